import type { Block } from '#shared/model/block'

/** The block with something written before its text; its styled runs move along. */
export function prefixed(block: Block, prefix: string): Block {
  const { inline } = block
  const text = prefix + block.text
  if (!inline) return { ...block, text }
  const moved = inline.map((run) => ({ ...run, start: run.start + prefix.length, end: run.end + prefix.length }))
  return { ...block, text, inline: moved }
}
