/** The checkers of exported logs that share no code with the program, run as anybody would run them. */
import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '#tests/support/temporary'

const root = join(import.meta.dirname, '../..')

export type Verdict = Readonly<{ status: number | null; said: string }>

function run(program: string, args: readonly string[]): Verdict {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (error) throw error
  return { status, said: `${stdout}${stderr}`.trim() }
}

/** `resources/check-custody-log.mjs`. */
export function checkWithNode(file: string, ...options: readonly string[]): Verdict {
  return run(process.execPath, [join(root, 'resources/check-custody-log.mjs'), file, ...options])
}

/** How many files a process checks: each leaves a loaded module behind. */
const CHECKS_OF_A_PROCESS = 500

/** As `checkWithNode`, at a hundredth of the cost: the script is loaded anew for each file in a process that stays. Ends with the test. */
export function manyChecks(): (file: string) => Promise<Verdict> {
  let child: ChildProcess | undefined
  let left = 0
  onTestFinished(() => void child?.kill('SIGKILL'))
  return async (file) => {
    if (left-- <= 0 || child === undefined) {
      child?.kill('SIGKILL')
      child = fork(join(import.meta.dirname, 'many-checks.mjs'), [], { execArgv: [] })
      left = CHECKS_OF_A_PROCESS - 1
    }
    const asked = child
    return new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('the checker has ended without an answer'))
      asked.once('exit', gone)
      asked.once('message', (verdict) => {
        asked.off('exit', gone)
        resolve(verdict as Verdict)
      })
      asked.send(file)
    })
  }
}

/** The lines of Python in the format's page; undefined where this machine has no Python. */
export function checkWithPython(file: string): Verdict | undefined {
  const page = readFileSync(join(root, 'docs/formats/custody-log.md'), 'utf8')
  const code = /```python\n([\s\S]*?)```/.exec(page)?.[1]
  if (code === undefined) throw new Error('the page of the format has no checker in Python')
  if (spawnSync('python3', ['--version']).status !== 0) return undefined
  const script = join(temporaryFolder(), 'check.py')
  writeFileSync(script, code)
  return run('python3', [script, file])
}
