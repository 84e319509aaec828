// How the set-up speaks: to standard error only (standard output belongs to the program that runs afterwards), one line a step.

/** A failure that the reader can act on: one sentence that names the trouble, then the next step. Shown without a stack trace. */
export class SetupFailure extends Error {
  constructor(sentence, nextStep) {
    super(`${sentence} ${nextStep}`)
    this.name = 'SetupFailure'
  }
}

/** Prints one line about what is being done. */
export const say = (line) => process.stderr.write(`sanad: ${line}\n`)

/** Runs a long step: says what is done and why it takes long before it, and how long it took after it. */
export async function longStep(line, work) {
  say(`${line} …`)
  const start = performance.now()
  const result = await work()
  say(`  done in ${Math.max(1, Math.round((performance.now() - start) / 1000))} s`)
  return result
}

/** Runs a whole script. A SetupFailure ends it with its sentence and exit code 1; anything else is a bug and keeps its stack. */
export async function runScript(main) {
  try {
    const code = await main()
    if (typeof code === 'number') process.exitCode = code
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
