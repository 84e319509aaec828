// What torture came to, in numbers: a row for each target, and their sum. A loss is a round or file after which something was not as it must
// be; a crash is a fault of the program that nobody caught. Parser processes that were ended are what they are for: they are not crashes.

/** Turned bits in the damaged files of one format. */
const BITS = 1000
const ROUND = /^(?:threat \d+: )?(?:(.*?),? )?round \d+/

/** The rows of one part, from what its tests wrote down and how they ended. */
export function countsOf({ name, code, ran, outcomes }) {
  const tests = (ran?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.filter(({ status }) => status === 'failed')
  const broken = (ran?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
  )
  // A run that ended badly without a failed test has failed all the same.
  const others = broken.length + (failed.length + broken.length === 0 && (code !== 0 || tests.length === 0) ? 1 : 0)
  const unfinished =
    others > 0 ? [{ part: name, target: 'the run itself', [name === 'fuzz' ? 'crashes' : 'losses']: others }] : []
  return [...(name === 'fuzz' ? fuzzRows(outcomes, failed) : roundRows(name, tests)), ...unfinished]
}

function roundRows(name, tests) {
  const groups = new Map()
  for (const { ancestorTitles, title, status, failureMessages } of tests) {
    const round = ROUND.exec(title)
    const around = (ancestorTitles[0] ?? title).replace(/ \(seed \d+\)/, '').replace(/^damaged files of the format /, '')
    const target = round?.[1] ?? around
    const row = groups.get(target) ?? { part: name, target, rounds: 0, faults: 0, losses: 0, crashes: 0, left: 0, failures: [] }
    groups.set(target, row)
    const faults = name === 'damage' ? BITS : round ? 1 : 0
    if (status === 'passed' || status === 'failed') {
      row.rounds += 1
      row.faults += faults
    } else row.left += Math.max(1, faults)
    if (status !== 'failed') continue
    row.losses += 1
    row.failures.push(`${title}: ${firstLine(failureMessages)}`)
  }
  return [...groups.values()]
}

function fuzzRows(outcomes, failed) {
  const rows = outcomes.map(({ target, wanted, cases, refusals, timedOut, outOfMemory, died }) => ({
    ...{ part: 'fuzz', target, faults: cases, losses: 0, crashes: 0, left: wanted - cases },
    ...{ cases, refusals, timedOut, outOfMemory, died }
  }))
  const crashed = failed.map(({ fullName, failureMessages }) => ({
    ...{ part: 'fuzz', target: fullName, cases: 0, crashes: 1, failures: [`${fullName}: ${firstLine(failureMessages)}`] }
  }))
  return [...rows, ...crashed]
}

const firstLine = (messages) => (messages?.[0] ?? 'no reason was given').split('\n')[0]

const COLUMNS = ['rounds', 'faults', 'cases', 'refusals', 'timedOut', 'outOfMemory', 'died', 'left', 'losses', 'crashes']
const HEADS = ['rounds', 'faults', 'cases', 'refused', 'slow', 'memory', 'died', 'left out', 'losses', 'crashes']
const sum = (rows, column) => rows.reduce((total, row) => total + (row[column] ?? 0), 0)

/** Whether nothing was lost and nothing crashed. */
export const isWell = (rows) => rows.length > 0 && sum(rows, 'losses') === 0 && sum(rows, 'crashes') === 0

/** The rows and their sum, and what failed, as text. */
export function tableOf(rows) {
  const width = Math.min(60, Math.max(20, ...rows.map(({ part, target }) => part.length + target.length + 2)))
  const line = (label, cells) =>
    `${label.slice(0, width).padEnd(width)}${cells.map((cell) => String(cell).padStart(10)).join('')}\n`
  const left = sum(rows, 'left')
  return [
    line('', HEADS),
    ...rows.map((row) =>
      line(
        `${row.part}: ${row.target}`,
        COLUMNS.map((column) => row[column] ?? '')
      )
    ),
    line(
      'all',
      COLUMNS.map((column) => sum(rows, column))
    ),
    ...rows.flatMap(({ failures = [] }) => failures).map((failure) => `\n✗ ${failure}\n`),
    `\n${sum(rows, 'rounds')} rounds, ${sum(rows, 'faults')} faults injected, ${sum(rows, 'losses')} losses; `,
    `${sum(rows, 'cases')} fuzz cases, ${sum(rows, 'crashes')} crashes: ${isWell(rows) ? 'all well' : 'NOT WELL'}`,
    left > 0
      ? `, as far as it came: ${left} rounds or cases were left out, because time was up or this computer can not do them\n`
      : '\n'
  ].join('')
}
