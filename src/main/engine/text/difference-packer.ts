import { chunkEnd } from '#engine/text/chunk-border'
import type { PackedRun } from '#engine/text/packed-text'
import { RunPacker } from '#engine/text/run-packer'
import { type CommonStretch, commonStretches } from '#engine/text/text-difference'
import { indexText } from '#shared/text/index-text'

/** How a chunk is put together: code units of its own, then a stretch of the reader text (where it begins, its units), and again. */
export type Recipe = readonly number[]

/** Packs all text of a document as runs of chunks, each a difference to the reader text. Cost: linear. */
export function packDifference(reader: string, all: string): readonly PackedRun[] {
  const stretches = commonStretches(reader, all)
  const runs = new RunPacker()
  let next = 0
  for (let from = 0; from < all.length || from === 0; ) {
    const end = chunkEnd(all, from, [])
    while (next < stretches.length && endOf(stretches[next]) <= from) next++
    const { recipe, own } = recipeOf(all, stretches, next, from, end)
    runs.add({ content: `${JSON.stringify(recipe)}\n${own}`, units: end - from, terms: indexText(all.slice(from, end)) })
    if (end === from) break
    from = end
  }
  return runs.finish()
}

const endOf = (stretch: CommonStretch | undefined): number => (stretch ? stretch.at + stretch.units : 0)

function recipeOf(
  all: string,
  stretches: readonly CommonStretch[],
  first: number,
  from: number,
  end: number
): Readonly<{ recipe: Recipe; own: string }> {
  const recipe: number[] = []
  const own: string[] = []
  let done = from
  for (let index = first; index < stretches.length; index++) {
    const stretch = stretches[index]
    if (!stretch || stretch.at >= end) break
    const begin = Math.max(stretch.at, from)
    const units = Math.min(endOf(stretch), end) - begin
    recipe.push(begin - done, stretch.from + begin - stretch.at, units)
    own.push(all.slice(done, begin))
    done = begin + units
  }
  own.push(all.slice(done, end))
  return { recipe, own: own.join('') }
}

/** The text of a chunk, from its recipe, its own code units and the reader text it names. */
export function composed(recipe: Recipe, own: string, readerSlice: (start: number, end: number) => string): string {
  const parts: string[] = []
  let done = 0
  for (let at = 0; at + 2 < recipe.length; at += 3) {
    const [units = 0, from = 0, length = 0] = recipe.slice(at, at + 3)
    parts.push(own.slice(done, done + units), readerSlice(from, from + length))
    done += units
  }
  parts.push(own.slice(done))
  return parts.join('')
}
