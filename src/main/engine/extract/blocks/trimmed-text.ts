import type { InlineRun } from '#shared/model/block'

/** A text with its runs, by their places. */
export type InlineText = Readonly<{ text: string; inline: readonly InlineRun[] }>

/** A text without white space at its ends, its runs moved and cut with it, in the order of their places. */
export function trimmedText(raw: string, runs: readonly InlineRun[]): InlineText {
  const text = raw.trim()
  if (runs.length === 0) return { text, inline: [] }
  const cut = text === '' ? 0 : raw.length - raw.trimStart().length
  const inline = runs
    .map((run) => ({ ...run, start: Math.max(run.start - cut, 0), end: Math.min(run.end - cut, text.length) }))
    .filter((run) => run.end > run.start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return { text, inline }
}
