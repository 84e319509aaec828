import { hashedText } from '#engine/custody/entry-hash'
import { summariseLog } from '#engine/custody/summarise-log'
import type { ReadDb } from '#engine/store/connection'
import { type CustodyRow, listEventsAfter } from '#engine/store/custody-events'
import { fingerprintOf } from '#shared/model/custody'
import { SANAD_VERSION } from '#shared/version'

const AT_ONCE = 100

/** The log as a file (docs/formats/custody-log.md): the head, then one entry a line, as far as it had got when this began. */
export function* exportLog(db: ReadDb, now: number): Generator<string> {
  const { archive, entries, head } = summariseLog(db)
  yield [
    '# Sanad custody log, format 1',
    `# archive: ${archive ?? 'unknown'}`,
    `# written: ${new Date(now).toISOString()} by Sanad ${SANAD_VERSION}`,
    `# entries: ${entries}`,
    `# last hash: ${head?.hash ?? ''}`,
    `# fingerprint: ${head ? fingerprintOf(head.hash) : ''}`,
    '# To check it: node check-custody-log.mjs FILE. How it is made: docs/formats/custody-log.md',
    ''
  ].join('\n')
  const last = head?.seq ?? 0
  for (let seq = 0; seq < last; ) {
    const some = listEventsAfter(db, seq, AT_ONCE).filter((entry) => entry.seq <= last)
    if (some.length === 0) return
    yield some.map((entry) => `${exportedLine(entry)}\n`).join('')
    seq = some.at(-1)?.seq ?? last
  }
}

/** Canonical JSON of the entry. Details that were tampered with and are no line of JSON go out as text, which no check will take. */
export function exportedLine({ hash, ...entry }: CustodyRow): string {
  const text = hashedText({ ...entry, details: isOneLine(entry.details) ? entry.details : JSON.stringify(entry.details) })
  const at = text.lastIndexOf(',"kind":')
  return `${text.slice(0, at)},"hash":${JSON.stringify(hash)}${text.slice(at)}`
}

function isOneLine(details: string): boolean {
  if (/[\r\n]/.test(details)) return false
  try {
    JSON.parse(details)
    return true
  } catch {
    return false
  }
}
