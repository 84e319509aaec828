/**
 * What the custody log records. Details hold ids, SHA-256, counts and field names, and the old and new value of a correction or tag;
 * never text of a document, a query, a note, the words of a name card or list, a password, or a path other than the sources of an import.
 */
import type { CorrectableField } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import type { ImportCounts, ImportState } from '#shared/model/importing'
import type { NameKind } from '#shared/model/name'
import type { OcrTarget } from '#shared/model/ocr'
import type { RollCallMode, RollCallState } from '#shared/model/rollcall'

/**
 * Documents or originals that an entry is about, by SHA-256 in hex. An entry holds at most `MOST_LISTED` of them; more are divided among
 * entries that follow one another and say `part` of `parts`.
 */
export type CustodyList = Readonly<{ documents: number; sha256: readonly string[]; part?: number; parts?: number }>

export const MOST_LISTED = 256

/** A point of the log: as many entries, and the hash of the last of them. */
export type CustodyHead = Readonly<{ seq: number; hash: string }>

type Nothing = Readonly<Record<string, never>>
type TagNamed = Readonly<{ tag: number; name: string }>
type Card = Readonly<{ card: number; cardKind: NameKind; spellings: number }>

/** The details of each kind of entry. */
export type CustodyDetails = {
  // The archive and its log
  'archive-created': Readonly<{ archive: string; createdAt: string; schema: number }>
  /** The archive was there before the log: what it held then. */
  'log-begun': Readonly<{
    archive: string
    createdAt: string | null
    schema: number
    originals: number
    bytes: number
    /** SHA-256 over a line `<sha256> <size>` for each original, in the order of the SHA-256. */
    originalsDigest: string
    documents: number
    imports: number
    corrections: number
    tags: number
    cards: number
  }>
  'schema-upgraded': Readonly<{ from: number; to: number }>

  // What came in
  'import-started': Readonly<{ import: number; name: string; sources: readonly string[]; continued: boolean }>
  /** Originals that are new in the archive, in the order they came in. `import` is null for what no import brought. */
  'originals-added': CustodyList & Readonly<{ import: number | null }>
  'import-ended': Readonly<{
    import: number
    state: ImportState
    counts: ImportCounts
    /** Originals that this import added, and SHA-256 over a line `<sha256>` for each, in the order of the log. */
    originals: number
    originalsDigest: string
  }>

  // What a person did to documents
  corrected: Readonly<{ sha256: string; field: CorrectableField; from: string | null; to: string | null; isTakenBack: boolean }>
  'charset-chosen': Readonly<{ sha256: string; from: string | null; to: string | null }>
  'document-unlocked': Readonly<{ sha256: string }>
  'reread-started': CustodyList & Readonly<{ what: 'documents' | 'format' | 'problem' | 'outdated'; of: string | null }>
  'reread-ended': Readonly<{ documents: number; done: number; improved: number; isCancelled: boolean }>
  'ocr-languages-chosen': CustodyList &
    Readonly<{ target: OcrTarget['kind']; folder: number | null; languages: readonly string[] | null }>

  // Tags
  'tag-created': TagNamed
  'tag-renamed': Readonly<{ tag: number; from: string; to: string }>
  'tag-added': TagNamed & CustodyList
  'tag-removed': TagNamed & CustodyList
  'tag-merged': TagNamed & CustodyList & Readonly<{ into: number; intoName: string }>
  'tag-deleted': TagNamed & CustodyList
  'tag-restored': TagNamed & CustodyList
  'tag-warning-changed': TagNamed & Readonly<{ isWarning: boolean }>

  // Name cards and roll-calls, without their words: those can be erased, and the log can not
  'card-created': Card
  'card-changed': Card & Readonly<{ fields: readonly ('label' | 'kind' | 'note' | 'spellings')[] }>
  'card-merged': Card & Readonly<{ into: number }>
  'card-split': Card & Readonly<{ made: number }>
  'card-deleted': Card
  'card-restored': Card
  'rollcall-run': Readonly<{
    rollCall: number
    mode: RollCallMode
    state: RollCallState
    run: number
    lines: number
    found: number
    missing: number
  }>
  /** What was kept to take back changes of name cards, and deleted roll-calls, were overwritten in the file. */
  erased: Readonly<{ cardChanges: number; rollCalls: number }>

  // What went out
  /** `copy` is the SHA-256 of the one file that was written of the one document. */
  exported: CustodyList & Readonly<{ what: CustodyExport; form: string; withoutMetadata: boolean; copy?: string }>

  // The archive as a whole
  'passphrase-set': Nothing
  'passphrase-changed': Nothing
  'passphrase-removed': Nothing
  verified: Readonly<{
    state: 'finished' | 'cancelled' | 'failed'
    checked: number
    ok: number
    changed: number
    missing: number
    extra: number
    database: string
    log: string
  }>
  'snapshot-taken': Readonly<{ name: string }>
  /** `lost` is where the log had got to in the archive that the snapshot took the place of, where that could still be read. */
  restored: Readonly<{ name: string; lost: CustodyHead | null }>
  repaired: Readonly<{ what: 'index' | 'database' | 'originals'; documents: number; failed: number }>
}

export const CUSTODY_EXPORTS = ['custody-log', 'document', 'picture', 'roll-call'] as const
export type CustodyExport = (typeof CUSTODY_EXPORTS)[number]

export type CustodyKind = keyof CustodyDetails

/** What a kind of entry is about, to look for it by. */
export const CUSTODY_TOPICS = ['imports', 'documents', 'tags', 'names', 'exports', 'archive'] as const
export type CustodyTopic = (typeof CUSTODY_TOPICS)[number]

/** Every kind, with its topic. */
export const CUSTODY_TOPIC_OF: Readonly<Record<CustodyKind, CustodyTopic>> = {
  'archive-created': 'archive',
  'log-begun': 'archive',
  'schema-upgraded': 'archive',
  'import-started': 'imports',
  'originals-added': 'imports',
  'import-ended': 'imports',
  corrected: 'documents',
  'charset-chosen': 'documents',
  'document-unlocked': 'documents',
  'reread-started': 'documents',
  'reread-ended': 'documents',
  'ocr-languages-chosen': 'documents',
  'tag-created': 'tags',
  'tag-renamed': 'tags',
  'tag-added': 'tags',
  'tag-removed': 'tags',
  'tag-merged': 'tags',
  'tag-deleted': 'tags',
  'tag-restored': 'tags',
  'tag-warning-changed': 'tags',
  'card-created': 'names',
  'card-changed': 'names',
  'card-merged': 'names',
  'card-split': 'names',
  'card-deleted': 'names',
  'card-restored': 'names',
  'rollcall-run': 'names',
  erased: 'names',
  exported: 'exports',
  'passphrase-set': 'archive',
  'passphrase-changed': 'archive',
  'passphrase-removed': 'archive',
  verified: 'archive',
  'snapshot-taken': 'archive',
  restored: 'archive',
  repaired: 'archive'
}

/** An entry of the log; `details` and `kind` belong together. `clock` is the time of the entry before, where the clock had gone back since. */
export type CustodyEntry = {
  [Kind in CustodyKind]: Readonly<{
    seq: number
    at: string
    program: string
    kind: Kind
    details: CustodyDetails[Kind] & Readonly<{ clock?: string }>
    previous: string
    hash: string
  }>
}[CustodyKind]

export const CUSTODY_FAULTS = [
  /** Entries from `seq` to `until` are not there, though later ones are. */
  'missing',
  /** What stands in entry `seq` is not what was hashed. */
  'changed',
  /** Entry `seq` does not follow from the one before it: that one was changed or put in its place, or this one was put in. */
  'detached',
  /** The log ends before entry `seq`, and is known to have got to entry `until`. */
  'cut-off',
  /** Entry `seq` is another than the one that was known under this number: the log was written anew. */
  'rewritten',
  /** What the archive keeps beside the log about its end is gone. */
  'no-note',
  /** The log is another archive's, or does not begin with its beginning. */
  'other-archive',
  /** The originals in the archive are not those that the log lists. */
  'other-originals'
] as const

/** The first thing that is wrong with a log. */
export type CustodyFault = Readonly<{
  code: (typeof CUSTODY_FAULTS)[number]
  seq: number
  until: number
  /** Only of `other-originals`: at most 20 of those that are too many or not there, where that can be told. */
  sha256: readonly string[]
}>

/** What a check of the log found. `entries` hold, counted from the first; `head` is the last of them. */
export type CustodyCheck = Readonly<{ entries: number; head: CustodyHead | null; fault: CustodyFault | null }>

/**
 * Where a point that a person noted is in a log: it `stands` there, with `since` entries after it; another entry has its number (`other`);
 * the log is whole, but does not get that far (`shorter`); or the log does not hold as far as that, and nothing can be said (`untold`).
 */
export type CustodyNoted = Readonly<{ outcome: 'stands' | 'other' | 'shorter' | 'untold'; seq: number; since: number }>

/** What a check of the log found, and where what a person noted is in it; null when nothing was noted. */
export type CustodyCompared = CustodyCheck & Readonly<{ noted: CustodyNoted | null }>

/** The log as a whole. */
export type CustodySummary = Readonly<{
  archive: string | null
  entries: number
  head: CustodyHead | null
  begunAt: string | null
}>

/** What a person notes of a hash: its first 32 digits, in eight groups. */
export function fingerprintOf(hash: string): string {
  return hash.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ')
}

const FEWEST_DIGITS = 16

/** The longest text that is read as something noted, in UTF-16 code units: several times what is copied. */
export const LONGEST_NOTED = 300

/** What messengers and word processors put around text that runs the other way. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

const NOTED = /^\s*([1-9]\d{0,14})(?:\s+entr(?:y|ies))?\s*[:;,]?(?:\s+fingerprint of the last:)?\s+([0-9a-f\s]+)$/i

/**
 * What a person noted of the log, as it is copied in the window or printed by `sanad log`: the number of entries, and at least 16 digits of the
 * fingerprint. Undefined for anything else.
 */
export function readNoted(text: string): CustodyHead | undefined {
  if (text.length > LONGEST_NOTED) return undefined
  const [, seq, digits] = NOTED.exec(text.replace(DIRECTION_MARKS, '')) ?? []
  const hash = (digits ?? '').replace(/\s/g, '').toLowerCase()
  return seq !== undefined && hash.length >= FEWEST_DIGITS && hash.length <= 64 ? { seq: Number(seq), hash } : undefined
}

/** A document that an entry is about, as it is called now; `id` is null when the archive has none with these bytes. */
export type CustodyDocument = Readonly<{ sha256: string; id: DocumentId | null; title: string | null }>

/**
 * An entry as it is shown. `entry` is null when what stands there is not what was hashed. Lists of documents are cut short; `document` is
 * the one that the entry is about, or the first of its list.
 */
export type CustodyListed = Readonly<{ seq: number; at: string; entry: CustodyEntry | null; document: CustodyDocument | null }>
