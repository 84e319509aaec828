export type InTurn = Readonly<{
  /** Runs a step after every step given before it has ended, well or not; passes on what becomes of it. */
  run: <T>(step: () => Promise<T>) => Promise<T>
  /** Resolves when the steps given so far have ended; never rejects. */
  settled: () => Promise<void>
}>

/** Makes steps happen one after another. */
export function createInTurn(): InTurn {
  let last: Promise<void> = Promise.resolve()
  return {
    run: (step) => {
      const result = last.then(step)
      last = result.then(
        () => undefined,
        () => undefined
      )
      return result
    },
    settled: () => last
  }
}
