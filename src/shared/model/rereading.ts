/** Reading documents again from their originals, in the background. */
export type RereadState = Readonly<{
  running: boolean
  total: number
  done: number
  /** Of `done`: read without trouble. */
  improved: number
}>
