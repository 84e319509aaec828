// A reporter for Vitest: a line with the time for every test that ends, so that the log of a night tells how far it is. It also ends the tests
// when the run that started them is gone, killed by SIGKILL: then nobody else can.
import { spawn } from 'node:child_process'

const MARKS = { passed: '✓', failed: '✗', skipped: '–' }

// biome-ignore lint/style/noDefaultExport: Vitest takes a reporter from there.
export default class TortureReporter {
  constructor() {
    const { SANAD_TORTURE_PID, TMPDIR } = process.env
    if (SANAD_TORTURE_PID === undefined || process.platform === 'win32') return
    setInterval(() => {
      if (process.ppid === Number(SANAD_TORTURE_PID)) return
      // In a group of its own, it outlives the rest by a moment.
      spawn('sh', ['-c', 'sleep 1; rm -rf "$0"', TMPDIR], { detached: true, stdio: 'ignore' }).unref()
      process.kill(-process.pid, 'SIGKILL')
    }, 1000).unref()
  }

  onTestCaseResult(test) {
    const { state } = test.result()
    const seconds = ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(1)
    process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${MARKS[state] ?? '?'} ${test.fullName} (${seconds} s)\n`)
  }
}
