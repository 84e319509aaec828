import type { ImportProgress } from '#shared/model/importing'

const EVERY_MS = 200

/** Keeps one line about an import on standard error while that is a terminal. Returns what ends it. */
export function showProgress(progress: () => ImportProgress): () => void {
  if (!process.stderr.isTTY) return () => undefined
  const draw = (): void => void process.stderr.write(`\r\u001b[K${line(progress())}`)
  const timer = setInterval(draw, EVERY_MS)
  return () => {
    clearInterval(timer)
    process.stderr.write('\r\u001b[K')
  }
}

function line({ counts, totalFiles, filesPerSecond, secondsLeft }: ImportProgress): string {
  const of = totalFiles === null ? '' : ` of ${totalFiles}`
  const left = secondsLeft === null ? '' : `, about ${Math.ceil(secondsLeft)} s left`
  return `${counts.files}${of} files, ${Math.round(filesPerSecond)} a second, ${counts.failed} problems${left}`
}
