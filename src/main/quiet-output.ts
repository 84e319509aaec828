/** One of the program's two outputs, as the console and the threads write to it. */
type Output = Pick<NodeJS.WriteStream, 'write'>

/**
 * Keeps what the program's code writes to its outputs from leaving it. Whoever starts a package from a menu reads none of it, but a desktop with
 * systemd keeps all of it in its journal, for months: errors of files name the files. What is known of a fault stands in the log, reduced.
 * The console of this thread and of every thread it starts writes through here. `onFirst` is called once, when something was kept back.
 */
export function quietOutput(outputs: readonly Output[], onFirst: () => void): void {
  let isTold = false
  const write = (_text: unknown, encodingOrDone?: unknown, done?: unknown): boolean => {
    if (!isTold) {
      isTold = true
      onFirst()
    }
    const callback = typeof encodingOrDone === 'function' ? encodingOrDone : done
    if (typeof callback === 'function') process.nextTick(callback)
    return true
  }
  for (const output of outputs) output.write = write
}
