import type { NameSummary } from '#shared/model/name'
import { calledLike } from '#shared/text/called-like'

/** Cards whose label, or spelling in another script, has words beginning with all those of `text`, in any order; all where there are none. */
export function namesCalled(names: readonly NameSummary[], text: string): readonly NameSummary[] {
  const isCalled = calledLike(text)
  return names.filter(({ label, also }) => isCalled(`${label} ${also ?? ''}`))
}
