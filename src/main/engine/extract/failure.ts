import { errorSentence } from '#engine/extract/error-sentence'
import { PROBLEM_CODES, type ProblemCode } from '#shared/model/document'

/** Why a file could not be read. `isOfFile`: it lies in the file itself, and reading it again would end the same way. */
export type Failure = Readonly<{ code: ProblemCode; message: string; isOfFile: boolean }>

/** What an error says about the file that was being read: a code the window words, and a sentence for logs and the command line. */
export function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const message = error instanceof Error ? error.message : String(error)
  if (code === 'ENOENT') return ofDisk('vanished', 'The original is not in the archive folder.')
  if (code === 'EACCES' || code === 'EPERM') return ofDisk('permission-denied', 'The file may not be read.')
  if (code === 'ELOOP') return ofDisk('link-not-followed', 'In its place is a link to another place; links are not followed.')
  if (code === 'EISDIR') return ofDisk('not-a-regular-file', 'In its place is a folder.')
  const known = PROBLEM_CODES.find((one) => one === code)
  if (known !== undefined) return { code: known, message, isOfFile: true }
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return ofDisk('io-error', `The disk could not read it (${code}).`)
  // What a library took for granted says nothing to who wants to read the file.
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    return { code: 'damaged', message: `The file could not be read: it is damaged (${error.name}).`, isOfFile: true }
  return { code: 'damaged', message: `The file could not be read: ${errorSentence(error)}`, isOfFile: true }
}

function ofDisk(code: ProblemCode, message: string): Failure {
  return { code, message, isOfFile: false }
}
