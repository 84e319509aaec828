import { EMPTY_FOUND, type Found } from '#engine/extract/found'

/** What is found in a file that `program` locked before 2007: nothing, and what helps. */
export function lockedFound(program: string): Found {
  const message = `It is locked with a password in an old way that Sanad can not open. Open it with ${program} or LibreOffice, save it without one, and import it again.`
  return { ...EMPTY_FOUND, simplified: { code: 'locked', message }, locked: true }
}
