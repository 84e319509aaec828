import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { type Arguments, UsageError } from '#cli/arguments'
import type { Output, Prepared } from '#cli/output'
import type { Session } from '#cli/session'
import { openReader } from '#engine/open'
import { listFromFile } from '#engine/rollcall/list-from-file'
import { type ReportedLine, reportLines } from '#engine/rollcall/report-lines'
import { RollCallControl } from '#engine/rollcall/roll-call-control'
import { writeExport } from '#engine/rollcall/write-export'
import { findRollCall } from '#engine/store/rollcalls'
import { SanadError } from '#shared/errors'
import type { RollCallId } from '#shared/model/ids'
import type { ListChoice, RollCall, RollCallMode } from '#shared/model/rollcall'
import { problemSentence } from '#shared/rollcall/problem-sentence'

type Wanted = Readonly<{ file: string; mode: RollCallMode; choice: ListChoice; csv: string | undefined }>

/**
 * Looks for every line of a list and saves the roll-call in the archive. The same list again is the same roll-call, run again, which
 * tells what is new. A bad line is a row of the answer, not a failure; a file that is no list is. Ctrl-C keeps what was found.
 */
export function prepareRollCall({ operands, isQueries, column, sheet, csv }: Arguments): Prepared {
  const [file, ...more] = operands
  if (file === undefined || more.length > 0) throw new UsageError('“sanad rollcall” takes one file: a list of names or queries.')
  if (column === 0 || sheet === 0) throw new UsageError('--column and --sheet count from 1.')
  const choice: ListChoice = { sheet: sheet ?? null, column: column === undefined ? null : column - 1, header: null }
  const wanted: Wanted = {
    file: resolve(file),
    mode: isQueries ? 'queries' : 'names',
    choice,
    csv: csv === undefined ? undefined : resolve(csv)
  }
  return (session) => callRoll(session, wanted)
}

async function callRoll({ archive, pool }: Session, { file, mode, choice, csv }: Wanted): Promise<Output> {
  if (!existsSync(file)) throw new SanadError('not-found', `There is nothing at ${file}.`)
  const { lines } = await listFromFile(pool(), file, choice, mode)
  const control = new RollCallControl({
    db: archive.db,
    reader: () => openReader(archive.directory),
    onProgress: ({ done, total, found }) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${done} of ${total} lines, ${found} found`)
    }
  })
  const interrupt = (): void => control.cancel()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  try {
    const id = start(control, control.findSame(lines, mode), { name: basename(file), source: basename(file), mode, lines })
    await control.ended()
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
    const rollCall = findRollCall(archive.db, id)
    if (rollCall === undefined || rollCall.state === 'failed') throw new SanadError('internal', 'The roll-call stopped.')
    if (csv !== undefined) await writeExport(archive.db, control.reader(), id, csv)
    const reported = [...reportLines(control.reader(), rollCall)]
    const exitCode = rollCall.state === 'finished' ? 0 : 1
    return { json: asJson(rollCall, reported), text: asText(rollCall, reported), exitCode }
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
    await control.close()
  }
}

function start(
  control: RollCallControl,
  same: RollCallId | undefined,
  list: Parameters<RollCallControl['create']>[0]
): RollCallId {
  return same === undefined ? control.create(list).id : control.run(same).id
}

const stateOf = ({ problem, documents }: ReportedLine) =>
  problem !== null ? 'malformed' : documents === null ? 'not-looked-for' : documents > 0 ? 'found' : 'not-found'

function asJson({ id, name, mode, state, counts, runs }: RollCall, lines: readonly ReportedLine[]) {
  return {
    rollcall: id,
    name,
    mode,
    state,
    runs,
    lines: counts.lines,
    found: counts.found,
    notFound: counts.missing,
    malformed: counts.malformed,
    withNew: counts.fresh,
    results: lines.map((line) => ({
      line: line.number,
      text: line.text,
      state: stateOf(line),
      ...(line.problem === null ? {} : { problem: line.problem, message: problemSentence(line.problem) }),
      ...(line.repeats === null ? {} : { sameAs: line.repeats }),
      documents: line.documents ?? 0,
      new: line.fresh,
      hits: line.hits,
      spellings: line.spellings,
      first: line.first,
      nearest: line.nearest?.map(({ text, query, documents }) => ({ text, query, documents })) ?? null
    }))
  }
}

function asText({ id, name, counts, state, runs }: RollCall, lines: readonly ReportedLine[]): string {
  const { found, missing, malformed, fresh } = counts
  const news = runs > 1 ? `, ${fresh} with new documents` : ''
  const head = `Roll-call ${id} of “${name}”: ${counts.lines} lines${state === 'finished' ? '' : ` (${state})`}`
  return [head, `  ${found} found${news}, ${missing} not found, ${malformed} malformed`, ...lines.map(lineText)].join('\n')
}

function lineText(line: ReportedLine): string {
  const { number, text, problem, documents, fresh, nearest, first } = line
  if (problem !== null) return `${number}: ! ${problemSentence(problem)} ${text}`.trimEnd()
  if (documents === null) return `${number}: ? ${text}`
  if (documents === 0) {
    const near = nearest?.map((one) => `${one.text} (${one.documents})`).join(', ') ?? ''
    return `${number}: - ${text}${near === '' ? '' : `; near: ${near}`}`
  }
  const news = fresh > 0 ? `, ${fresh} new` : ''
  return `${number}: + ${text}: ${documents} documents${news}${first === null ? '' : `; [${first.id}] ${first.title}`}`
}
