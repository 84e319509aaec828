import type { TFunction } from 'i18next'
import type { Format } from '#renderer/i18n/format.ts'
import { isolated } from '#renderer/i18n/isolated.ts'
import { ocrLanguageNames } from '#renderer/i18n/ocr-language-names.ts'
import { sentenceCase } from '#renderer/i18n/sentence-case.ts'
import type { CustodyEntry, CustodyListed } from '#shared/model/custody'

export type Wording = Readonly<{
  t: TFunction
  format: Format
  locale: string
  /** The entries are shown beside the document they are about, which needs no title then. */
  besideDocument: boolean
}>

type Named = Wording &
  Readonly<{
    quoted: (text: string | null) => string
    document: string
    /** What an entry about so many documents names, and how many that are in grammar: beside a document it is about that one. */
    about: (documents: number) => Readonly<{ count: number; what: string }>
  }>

/** An entry as a sentence. One that was changed says that, and nothing of what stands in it now. */
export function entryWords(listed: CustodyListed, wording: Wording): string {
  try {
    return sentenceOf(listed, wording)
  } catch {
    // Someone who writes the whole chain anew can put anything into the details: it must not take the window down.
    return wording.t('custody.changedEntry')
  }
}

function sentenceOf({ entry, document }: CustodyListed, wording: Wording): string {
  const { t, besideDocument, locale } = wording
  if (entry === null) return t('custody.changedEntry')
  const quoted = (text: string | null): string =>
    text === null || text === '' ? t('custody.nothing') : t('custody.quoted', { text: isolated(text) })
  const name = besideDocument
    ? t('custody.thisDocument')
    : document === null || document.title === null
      ? t('custody.unknownDocument')
      : quoted(document.title)
  const about = (documents: number): { count: number; what: string } =>
    documents === 1 || besideDocument
      ? { count: 1, what: name }
      : { count: documents, what: t('common.documents', { count: documents }) }
  const sentence = sentenceCase(wordsOf(entry, { ...wording, quoted, document: name, about }), locale)
  const { part, parts } = 'parts' in entry.details ? entry.details : {}
  return part === undefined || parts === undefined ? sentence : t('custody.part', { sentence, part, parts })
}

function wordsOf(entry: CustodyEntry, named: Named): string {
  return (
    archiveWords(entry, named) ??
    importWords(entry, named) ??
    documentWords(entry, named) ??
    tagWords(entry, named) ??
    nameWords(entry, named) ??
    entry.kind
  )
}

/** Words for one topic; undefined for entries of others. */
type Words = (entry: CustodyEntry, named: Named) => string | undefined

const archiveWords: Words = (entry, { t, format }) => {
  switch (entry.kind) {
    case 'archive-created':
    case 'passphrase-set':
    case 'passphrase-changed':
    case 'passphrase-removed':
    case 'snapshot-taken':
    case 'restored':
      return t(`custody.${entry.kind}`)
    case 'log-begun': {
      const { documents, originals } = entry.details
      const held = {
        documents: t('common.documents', { count: documents }),
        files: t('common.files', { count: originals })
      }
      return t('custody.log-begun', held)
    }
    case 'schema-upgraded':
      return t('custody.schema-upgraded', { from: entry.details.from, to: entry.details.to })
    case 'repaired':
      return t(`custody.repaired-${entry.details.what}`)
    case 'verified': {
      const { state, checked, changed, missing, extra, database, log } = entry.details
      const numbers = {
        checked: format.number(checked),
        changed: format.number(changed),
        missing: format.number(missing)
      }
      if (state !== 'finished') return t('custody.verified-stopped', numbers)
      if (changed + missing > 0) return t('custody.verified-bad', numbers)
      const isWhole = extra === 0 && database === 'ok' && log === 'ok'
      return isWhole ? t('custody.verified-ok', { count: checked }) : t('custody.verified-also')
    }
    default:
      return undefined
  }
}

const importWords: Words = (entry, { t, about }) => {
  switch (entry.kind) {
    case 'import-started': {
      const { import: id, name, continued } = entry.details
      return t(continued ? 'custody.import-continued' : 'custody.import-started', { id, name: isolated(name) })
    }
    case 'originals-added': {
      const { import: id, documents } = entry.details
      const { count, what } = about(documents)
      // Parts of saved pages are files without being documents.
      const files = { count, what: count === 1 ? what : t('common.files', { count }) }
      return id === null ? t('custody.originals-found', files) : t('custody.originals-added', { ...files, id })
    }
    case 'import-ended': {
      const { import: id, state, originals } = entry.details
      const files = t('common.files', { count: originals })
      const isEnd = state === 'finished' || state === 'cancelled' || state === 'failed'
      return t(`custody.import-${isEnd ? state : 'interrupted'}`, { id, files })
    }
    default:
      return undefined
  }
}

const documentWords: Words = (entry, { t, format, document, about, quoted }) => {
  switch (entry.kind) {
    case 'corrected': {
      const { field, from, to, isTakenBack } = entry.details
      const words = { field: t(`inspector.field-${field}`), document, from: quoted(from), to: quoted(to) }
      return t(isTakenBack ? 'custody.correction-back' : 'custody.corrected', words)
    }
    case 'charset-chosen': {
      const { to } = entry.details
      return to === null
        ? t('custody.charset-guessed', { document })
        : t('custody.charset-chosen', { document, charset: isolated(to) })
    }
    case 'document-unlocked':
      return t('custody.document-unlocked', { document })
    case 'reread-started':
      return t('custody.reread-started', about(entry.details.documents))
    case 'reread-ended': {
      const { documents, done, improved, isCancelled } = entry.details
      const numbers = {
        documents: t('common.documents', { count: documents }),
        done: format.number(done),
        improved: format.number(improved)
      }
      return t(isCancelled ? 'custody.reread-cancelled' : 'custody.reread-ended', numbers)
    }
    case 'ocr-languages-chosen': {
      const { target, documents, languages: codes } = entry.details
      const languages = codes === null ? t('custody.ocr-around') : format.list(ocrLanguageNames(codes, format))
      return target === 'documents'
        ? t('custody.ocr-documents', { ...about(documents), languages })
        : t(`custody.ocr-${target}`, { languages })
    }
    case 'exported': {
      const { what: exported, documents, withoutMetadata } = entry.details
      if (exported === 'custody-log' || exported === 'roll-call') return t(`custody.exported-${exported}`)
      return t(withoutMetadata ? 'custody.exported-without' : 'custody.exported-exact', about(documents))
    }
    default:
      return undefined
  }
}

const tagWords: Words = (entry, { t, about, quoted }) => {
  switch (entry.kind) {
    case 'tag-created':
      return t('custody.tag-created', { name: quoted(entry.details.name) })
    case 'tag-renamed':
      return t('custody.tag-renamed', { from: quoted(entry.details.from), to: quoted(entry.details.to) })
    case 'tag-added':
    case 'tag-removed': {
      const { name, documents } = entry.details
      return t(`custody.${entry.kind}`, { ...about(documents), name: quoted(name) })
    }
    case 'tag-merged': {
      const { name, documents, intoName } = entry.details
      const into = quoted(intoName)
      return t('custody.tag-merged', { name: quoted(name), documents: t('common.documents', { count: documents }), into })
    }
    case 'tag-deleted':
    case 'tag-restored': {
      const { name, documents } = entry.details
      const on = { name: quoted(name), documents: t('common.documents', { count: documents }) }
      return t(entry.kind === 'tag-deleted' && documents === 0 ? 'custody.tag-deleted-unused' : `custody.${entry.kind}`, on)
    }
    case 'tag-warning-changed': {
      const { name, isWarning } = entry.details
      return t(isWarning ? 'custody.tag-warns' : 'custody.tag-warns-not', { name: quoted(name) })
    }
    default:
      return undefined
  }
}

const nameWords: Words = (entry, { t, format }) => {
  switch (entry.kind) {
    case 'card-created':
    case 'card-deleted':
    case 'card-restored':
      return t(`custody.${entry.kind}`, { card: entry.details.card })
    case 'card-changed': {
      const { card, fields } = entry.details
      return t('custody.card-changed', { card, fields: format.list(fields.map((field) => t(`custody.card-${field}`))) })
    }
    case 'card-merged':
      return t('custody.card-merged', { card: entry.details.card, into: entry.details.into })
    case 'card-split':
      return t('custody.card-split', { card: entry.details.card, made: entry.details.made })
    case 'rollcall-run': {
      const { rollCall: id, state, lines, found, missing } = entry.details
      const numbers = { lines: format.number(lines), found: format.number(found), missing: format.number(missing) }
      return t(state === 'finished' ? 'custody.rollcall-finished' : 'custody.rollcall-stopped', { id, ...numbers })
    }
    case 'erased':
      return t('custody.erased')
    default:
      return undefined
  }
}
