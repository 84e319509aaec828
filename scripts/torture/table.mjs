// What torture came to, in numbers: a row for each target, and their sum. A loss is a round or file after which something was not as it must
// be; a crash is a fault of the program that nobody caught. Parser processes that were ended are what they are for: they are not crashes.

/** Turned bits in the damaged files of one format. */
const BITS = 1000
const ROUND = /\bround \d+/

/** The rows of one part, from what its tests wrote down and how they ended. */
export function countsOf({ name, code, ran, outcomes }) {
  const tests = (ran?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.filter(({ status }) => status === 'failed')
  const ended = tests.filter(({ status }) => status === 'passed' || status === 'failed')
  // A run that ended badly without a failed test has failed all the same.
  const others = failed.length === 0 && (code !== 0 || ended.length === 0) ? 1 : 0
  if (name === 'fuzz') return fuzzRows(outcomes, failed, others)
  const groups = new Map()
  for (const { ancestorTitles, title, status } of ended) {
    const target = (ancestorTitles[0] ?? title).replace(/ \(seed \d+\)/, '').replace(/^damaged files of the format /, '')
    const row = groups.get(target) ?? { part: name, target, rounds: 0, faults: 0, losses: 0, crashes: 0 }
    row.rounds += 1
    row.faults += name === 'damage' ? BITS : ROUND.test(title) ? 1 : 0
    row.losses += status === 'failed' ? 1 : 0
    groups.set(target, row)
  }
  const rows = [...groups.values()]
  return others > 0 ? [...rows, { part: name, target: 'the run itself', rounds: 0, faults: 0, losses: others, crashes: 0 }] : rows
}

function fuzzRows(outcomes, failed, others) {
  const rows = outcomes.map(({ target, cases, refusals = 0, timedOut = 0, outOfMemory = 0, died = 0 }) => ({
    ...{ part: 'fuzz', target, rounds: 0, faults: cases, losses: 0, crashes: 0 },
    ...{ cases, refusals, timedOut, outOfMemory, died }
  }))
  const crashes = failed.length + others
  if (crashes === 0) return rows
  const target = failed[0]?.fullName ?? 'the run itself'
  return [...rows, { part: 'fuzz', target, rounds: 0, faults: 0, losses: 0, crashes, cases: 0 }]
}

const COLUMNS = ['rounds', 'faults', 'cases', 'refusals', 'timedOut', 'outOfMemory', 'died', 'losses', 'crashes']
const HEADS = ['rounds', 'faults', 'cases', 'refused', 'slow', 'memory', 'died', 'losses', 'crashes']

/** Prints the rows and their sum; true when nothing was lost and nothing crashed. */
export function printTable(rows) {
  const width = Math.max(20, ...rows.map(({ part, target }) => part.length + target.length + 2))
  const line = (label, cells) =>
    process.stdout.write(
      `${label.slice(0, 60).padEnd(Math.min(width, 60))}${cells.map((cell) => String(cell).padStart(10)).join('')}\n`
    )
  const sum = (column) => rows.reduce((total, row) => total + (row[column] ?? 0), 0)
  process.stdout.write('\n')
  line('', HEADS)
  for (const row of rows)
    line(
      `${row.part}: ${row.target}`,
      COLUMNS.map((column) => row[column] ?? '')
    )
  line('all', COLUMNS.map(sum))
  const isWhole = sum('losses') === 0 && sum('crashes') === 0 && rows.length > 0
  process.stdout.write(
    `\n${sum('rounds')} rounds, ${sum('faults')} faults injected, ${sum('losses')} losses; ${sum('cases')} fuzz cases, ${sum('crashes')} crashes: ${isWhole ? 'all well' : 'NOT WELL'}\n`
  )
  return isWhole
}
