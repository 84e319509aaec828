import type { Block } from '#shared/model/block'

/** The blocks with a text before the first of them, its runs moved on. */
export function withPrefix(blocks: readonly Block[], prefix: string): readonly Block[] {
  const [first, ...others] = blocks
  if (!first || prefix === '') return blocks
  const { length } = prefix
  const inline = first.inline?.map((run) => ({ ...run, start: run.start + length, end: run.end + length }))
  return [{ ...first, text: prefix + first.text, ...(inline ? { inline } : {}) }, ...others]
}
