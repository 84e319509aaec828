import { DROP, KEEP, localName, type XmlElement, type XmlFate } from '#engine/extract/clean/office/rewrite-xml'

/** Who wrote a comment or a change is said by this name afterwards; the format asks for one. */
export const NOBODY = 'Author'

/** Elements that say who and where the document was made, or with what: left out whole. */
const DROPPED: ReadonlySet<string> = new Set([
  // Word
  'rsids',
  'docId',
  'attachedTemplate',
  'docVars',
  'mailMerge',
  'saveThroughXslt',
  'lastModifiedBy',
  'printerSettings',
  // Excel
  'fileSharing',
  'fileVersion',
  'absPath',
  'revisionPtr',
  'documentId',
  'webPublishing',
  // PowerPoint
  'modifyVerifier'
])

/** Attributes that tell of one person or one computer, wherever they stand, and that no program asks for. */
const DROPPED_ATTRIBUTE = /^(?:rsid.*|dateUtc|dT|dt|lastEdited|lowestEdited|rupBuild)$/
/** What says who somebody is; the format asks for a value. */
const IDENTITY: ReadonlySet<string> = new Set(['userId', 'providerId'])
const NO_IDENTITY = 'None'
/** When a comment was written; the format asks for a time. */
export const NO_TIME = '2000-01-01T00:00:00.000'
/** Elements that are authors. */
const AUTHORS: ReadonlySet<string> = new Set(['cmAuthor', 'author', 'person'])

/** What is taken out of every XML part of a Word, Excel or PowerPoint file. */
export function ooxmlFate({ name, attributes, around }: XmlElement): XmlFate {
  if (DROPPED.has(name)) return DROP
  // Of Word: the list of who took part. Of Excel, persons are pointed at by comments.
  if (name === 'person' && around.at(-1) === 'people') return DROP
  if (name === 'author' && around.at(-1) === 'authors' && Object.keys(attributes).length === 0)
    return { do: 'change', attributes, text: NOBODY }
  const isSigned = Object.keys(attributes).some((key) => localName(key) === 'author')
  const kept = Object.entries(attributes).flatMap(([key, value]) => {
    const written = writtenValue(name, key, value, isSigned)
    return written === null ? [] : [[key, written] as const]
  })
  const isSame = kept.length === Object.keys(attributes).length && kept.every(([key, value]) => attributes[key] === value)
  return isSame ? KEEP : { do: 'change', attributes: Object.fromEntries(kept) }
}

/** Null for an attribute that is left out. */
function writtenValue(element: string, key: string, value: string, isSigned: boolean): string | null {
  const local = localName(key)
  const isPrefixed = key !== local
  if (DROPPED_ATTRIBUTE.test(local)) return null
  if (isSigned && (local === 'date' || local === 'initials')) return null
  // Of Excel: numbers by which copies of one sheet are recognised, and the settings of a printer.
  if (isPrefixed && (local === 'uid' || (local === 'id' && element === 'pageSetup'))) return null
  if (local === 'author' || local === 'userName' || local === 'displayName') return NOBODY
  if (local === 'created' && element === 'cm') return NO_TIME
  if (IDENTITY.has(local)) return NO_IDENTITY
  if (!AUTHORS.has(element)) return value
  return local === 'name' ? NOBODY : local === 'initials' ? 'A' : value
}
