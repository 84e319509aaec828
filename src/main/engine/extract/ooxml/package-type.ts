import { openPackage } from '#engine/extract/ooxml/open-package'
import type { OpenFile } from '#engine/extract/read-file'
import { XmlFault } from '#engine/extract/xml/xml-fault'
import { ZipFault } from '#engine/extract/zip/zip-fault'

/** Types of main parts, up to `.main`, and of the files around them. */
const BY_MAIN_PART: Readonly<Record<string, string>> = {
  'application/vnd.ms-word.document.macroenabled': 'application/vnd.ms-word.document.macroenabled.12',
  'application/vnd.ms-word.template.macroenabledtemplate': 'application/vnd.ms-word.template.macroenabled.12',
  'application/vnd.ms-powerpoint.presentation.macroenabled': 'application/vnd.ms-powerpoint.presentation.macroenabled.12',
  'application/vnd.ms-powerpoint.slideshow.macroenabled': 'application/vnd.ms-powerpoint.slideshow.macroenabled.12',
  'application/vnd.ms-powerpoint.template.macroenabled': 'application/vnd.ms-powerpoint.template.macroenabled.12',
  'application/vnd.ms-powerpoint.addin.macroenabled': 'application/vnd.ms-powerpoint.addin.macroenabled.12',
  'application/vnd.ms-excel.sheet.macroenabled': 'application/vnd.ms-excel.sheet.macroenabled.12',
  'application/vnd.ms-excel.template.macroenabled': 'application/vnd.ms-excel.template.macroenabled.12',
  'application/vnd.ms-excel.addin.macroenabled': 'application/vnd.ms-excel.addin.macroenabled.12',
  'application/vnd.ms-excel.sheet.binary.macroenabled': 'application/vnd.ms-excel.sheet.binary.macroenabled.12'
}
const OFFICE = 'application/vnd.openxmlformats-officedocument.'

/** What a file that looks like a package is: what its main part says, or an ordinary archive when it has none. */
const ARCHIVE = 'application/zip'

/** A document of Pages, Numbers or Keynote; only its name tells which. */
export const IWORK_TYPE = 'application/x-iwork'
const IWORK_PART = 'Index/Document.iwa'

/** Whether the list of a package's types stands first, so that a look at its beginning tells the type for sure. */
const TYPES_FIRST = Buffer.from('[Content_Types].xml', 'latin1')

/**
 * The type of a ZIP archive whose beginning looks like `guess`: Office files tell theirs in a part that may stand anywhere, and an
 * archive may merely hold folders with the same names. Other types stay as they are. Cost: the list of the archive's files, if need be.
 */
export async function packageType(file: OpenFile, head: Uint8Array, guess: string): Promise<string> {
  const isOffice = guess.startsWith(OFFICE) || Object.values(BY_MAIN_PART).includes(guess)
  if (!isOffice && guess !== ARCHIVE) return guess
  if (isOffice && Buffer.from(head.subarray(30, 30 + TYPES_FIRST.length)).equals(TYPES_FIRST)) return guess
  try {
    const opened = await openPackage(file)
    if (opened.has(IWORK_PART)) return IWORK_TYPE
    if (!opened.has('[Content_Types].xml')) return ARCHIVE
    const main = opened.mainPart()
    return (main === undefined ? undefined : typeOfMainPart(opened.typeOf(main))) ?? ARCHIVE
  } catch (error) {
    // What it is can not be told from a damaged list; who reads it says what is wrong with it.
    if (error instanceof ZipFault || error instanceof XmlFault) return guess
    throw error
  }
}

function typeOfMainPart(type: string): string | undefined {
  const kind = /^([\w.-]+\/[\w.-]+?)\.main(?:\+xml)?$/.exec(type)?.[1]
  if (kind === undefined) return undefined
  return BY_MAIN_PART[kind] ?? (kind.startsWith(OFFICE) ? kind : undefined)
}
