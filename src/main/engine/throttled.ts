/** `stop` forgets a call that is still to be made up for. */
export type Throttled = Readonly<{ call: () => void; stop: () => void }>

/** Calls `work` at once, then at most every `ms`; a call in between is made up for at the end of the interval. */
export function throttled(work: () => void, ms: number): Throttled {
  let timer: NodeJS.Timeout | undefined
  let again = false
  const call = (): void => {
    if (timer !== undefined) {
      again = true
      return
    }
    work()
    again = false
    timer = setTimeout(() => {
      timer = undefined
      if (again) call()
    }, ms)
    timer.unref()
  }
  return { call, stop: () => clearTimeout(timer) }
}
