import { EMPTY_FOUND, type Found } from '#engine/extract/found'
import { countScripts } from '#engine/extract/language/scripts'
import { OdfLocked } from '#engine/extract/odf/encrypted-parts'
import type { OdfFile } from '#engine/extract/odf/read-odf'
import { type Block, readerText } from '#shared/model/block'

/** Characters looked at to tell which of the languages a document declares is that of its text. */
const SAMPLE = 4000

/** What every format of the family tells: text, metadata, direction, declared language, and why it is not whole. */
export function foundOdf({ flow, meta, styles, damage }: OdfFile, blocks: readonly Block[]): Found {
  const text = readerText(blocks)
  const { metadata } = meta
  const rest = flow.rest.join('\n')
  return {
    blocks,
    allText: rest === '' ? null : `${text}\n\n${rest}`,
    charset: null,
    metadata: {
      ...metadata,
      title: metadata.title ?? firstHeading(blocks),
      language: metadata.language ?? declaredLanguage(styles.languages, text.slice(0, SAMPLE))
    },
    direction: flow.directions.rtl > flow.directions.other ? 'rtl' : null,
    simplified: damage === null ? null : { code: 'partly-read', message: `It was read in part. ${sentence(damage)}` },
    originalView: null,
    remoteResources: [...new Set(flow.remote)].slice(0, 200),
    facts: meta.facts
  }
}

/** Reads an OpenDocument file; one that is locked gives nothing but why. */
export async function unlessLocked(read: () => Promise<Found>): Promise<Found> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof OdfLocked)) throw error
    return { ...EMPTY_FOUND, simplified: { code: error.code, message: error.message }, locked: true }
  }
}

/** The heading that a document begins with, when nothing longer stands before it. */
function firstHeading(blocks: readonly Block[]): string | null {
  const body = blocks.filter(({ role, kind }) => role === undefined && kind !== 'image').slice(0, 3)
  const heading = body.find(({ kind }) => kind === 'heading')?.text
  return heading === undefined || heading.length > 200 ? null : heading.replaceAll('\n', ' ')
}

/** Programs declare a language for each kind of script. English is what they declare when nobody chose, and is told by its words. */
function declaredLanguage(languages: OdfFile['styles']['languages'], sample: string): string | null {
  const counts = countScripts(sample)
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  const declared = languages[most === undefined ? 'western' : kindOf(most)]
  return declared === undefined || /^en\b/.test(declared) ? null : declared
}

const ASIAN = new Set(['han', 'kana', 'hangul'])
const WESTERN = new Set(['latin', 'greek', 'cyrillic', 'armenian', 'georgian', 'ethiopic', 'cherokee'])

function kindOf(script: string): 'western' | 'complex' | 'asian' {
  return ASIAN.has(script) ? 'asian' : WESTERN.has(script) ? 'western' : 'complex'
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : 'Its end is damaged.'
}
