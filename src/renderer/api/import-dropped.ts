import { bridge } from '#renderer/api/bridge.ts'

/** Hands files that were dropped on the window to the main process, which answers with the event `import.dropped`. */
export function importDropped(files: readonly File[]): void {
  bridge().importDropped(files)
}
