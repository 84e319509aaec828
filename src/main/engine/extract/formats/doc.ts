import { allText } from '#engine/extract/blocks/all-text'
import { lockedFound } from '#engine/extract/cfb/locked-found'
import { openCfb } from '#engine/extract/cfb/open-cfb'
import { summaryInformation } from '#engine/extract/cfb/summary-information'
import { charsetOf } from '#engine/extract/charset/charset'
import { openDecoder } from '#engine/extract/charset/open-decoder'
import type { FormatReader, Found, Source } from '#engine/extract/found'
import { openWord, type WordFile } from '#engine/extract/word/open-word'
import { readWord } from '#engine/extract/word/read-word'

type Trouble = NonNullable<Found['simplified']>

const CUT: Trouble = { code: 'partly-read', message: 'This Word file is damaged: only a part of its text could be read.' }
const LONGEST_SAMPLE = 64 * 1024

/** Word files of 1993 to 2003. */
export const doc: FormatReader = { extract }

async function extract(source: Source): Promise<Found> {
  const cfb = openCfb(source.file)
  if (!cfb) throw new Error('its list of contents is damaged or cut off.')
  const summary = summaryInformation(cfb, source.charset)
  const base = {
    charset: null,
    metadata: summary.metadata,
    direction: null,
    originalView: null,
    remoteResources: [],
    facts: summary.facts
  }
  const file = openWord(cfb)
  if (file === undefined) throw new Error('its text is missing.')
  if (file === 'locked') return lockedFound('Word')
  const charset = await oneByteCharset(file, source.charset)
  const { blocks, others, isCut } = readWord(file, (bytes) => openDecoder(charset).decode(bytes))
  if (isCut && blocks.length === 0) throw new Error('its text can not be found; it is damaged or cut off.')
  const rest = [...others, ...summary.lines]
  return {
    ...base,
    blocks,
    allText: allText(blocks, rest),
    charset: file.isOld ? charset : null,
    simplified: isCut ? CUT : null
  }
}

/** Character sets of one byte a letter, whose texts keep their places. */
const ONE_BYTE = /^(?:windows-125\d|windows-874|iso-8859-\d+|koi8-[ru]|ibm866|macintosh|x-mac-cyrillic)$/

/** Since Word 97 letters of one byte are Western European; before, they are in whatever the system used. */
async function oneByteCharset(file: WordFile, chosen: string | null): Promise<string> {
  if (!file.isOld) return 'windows-1252'
  const told = chosen ?? (await charsetOf(file.main.subarray(file.textStart, file.textStart + LONGEST_SAMPLE), null, false))
  return ONE_BYTE.test(told) ? told : 'windows-1252'
}
