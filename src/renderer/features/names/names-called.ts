import type { NameSummary } from '#shared/model/name'
import { indexText } from '#shared/text/index-text'

/** Cards whose label, or spelling in another script, has words beginning with all those of `text`, in any order; all where there are none. */
export function namesCalled(names: readonly NameSummary[], text: string): readonly NameSummary[] {
  const wanted = indexText(text).split(' ').filter(Boolean)
  if (wanted.length === 0) return names
  return names.filter(({ label, also }) => {
    const words = indexText(`${label} ${also ?? ''}`).split(' ')
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
}
