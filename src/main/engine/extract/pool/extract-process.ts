/** A process that reads files, as the pool sees it: bytes in, bytes out, and its end. */
export type ExtractProcess = Readonly<{
  pid: number | undefined
  post(bytes: Uint8Array): void
  onMessage(listener: (bytes: Uint8Array) => void): void
  /** Called once, when the process is gone, whatever the reason. */
  onExit(listener: () => void): void
  kill(): void
}>
