import { resolve } from 'node:path'
import { type Arguments, UsageError } from '#cli/arguments'
import { notedPoints } from '#cli/noted'
import type { Output, Prepared } from '#cli/output'
import { verifyCustodyLog } from '#engine/custody/check-log'
import { faultSentence } from '#engine/custody/fault-sentence'
import { summariseLog } from '#engine/custody/summarise-log'
import { writeLog } from '#engine/custody/write-log'
import { findKnownOtherwise, knownOtherwiseSentence } from '#engine/integrity/compare-log'
import type { Archive } from '#engine/open'
import { type CustodyRow, listEvents } from '#engine/store/custody-events'
import { type CustodyHead, fingerprintOf } from '#shared/model/custody'

type Wanted = Readonly<{
  limit: number
  offset: number
  file: string | undefined
  isChecked: boolean
  noted: readonly CustodyHead[]
}>

const SHOWN = 50

/** What was done to the archive, newest first; with --check whether the log holds and has passed what was noted of it, with --export a file that others can check. */
export function prepareLog({ operands, limit = SHOWN, offset = 0, export: file, check, noted }: Arguments): Prepared {
  if (operands.length > 0) throw new UsageError('“sanad log” takes no file or word; see: sanad help')
  if (noted !== undefined && !check) throw new UsageError('--noted belongs to “sanad log --check”.')
  const wanted = {
    limit,
    offset,
    file: file === undefined ? undefined : resolve(file),
    isChecked: check,
    noted: notedPoints(noted)
  }
  return ({ archive }) => showLog(archive, wanted)
}

async function showLog({ db, directory }: Archive, { limit, offset, file, isChecked, noted }: Wanted): Promise<Output> {
  const check = isChecked ? verifyCustodyLog(db, noted) : undefined
  const otherwise = check?.fault === null ? findKnownOtherwise(db, directory) : undefined
  const fault = check?.fault ?? otherwise?.fault ?? null
  const verdict = otherwise ? knownOtherwiseSentence(otherwise) : fault ? faultSentence(fault) : 'ok'
  const written = file === undefined ? undefined : await writeLog(db, db, file)
  const { archive, entries, head } = summariseLog(db)
  const listed = file === undefined && !isChecked ? listEvents(db, {}, offset, limit) : []
  return {
    json: {
      archive,
      entries,
      head: head === null ? null : withFingerprint(head),
      ...(check ? { log: verdict, checked: check.entries, fault } : {}),
      ...(written ? { exported: file, exportedEntries: written.entries, exportedHead: written.head } : {}),
      ...(file === undefined && !isChecked ? { log: listed.map(asJson) } : {})
    },
    text: [
      ...listed.map(asText),
      ...(check ? [fault ? verdict : `The log holds: ${check.entries} entries.`] : []),
      ...(written ? [`Exported: ${written.entries} entries to ${file}`] : []),
      ...(head ? [`${entries} entries; fingerprint of the last: ${fingerprintOf(head.hash)}`] : [])
    ].join('\n'),
    exitCode: fault ? 1 : 0
  }
}

const withFingerprint = (head: CustodyHead) => ({ ...head, fingerprint: fingerprintOf(head.hash) })

const asJson = ({ details, ...row }: CustodyRow) => ({ ...row, details: parsed(details) })

/** What was tampered with may be no JSON: then it is shown as it stands. */
function parsed(details: string): unknown {
  try {
    return JSON.parse(details)
  } catch {
    return details
  }
}

const LONGEST = 200

const asText = ({ seq, at, kind, details }: CustodyRow): string =>
  `${seq}  ${at}  ${kind}  ${details.length > LONGEST ? `${details.slice(0, LONGEST)}…` : details}`
