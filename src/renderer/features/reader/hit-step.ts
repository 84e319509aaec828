/** Where the next hit is: in this document, or past its edge. */
export type HitStep = Readonly<{ kind: 'here'; index: number }> | Readonly<{ kind: 'next-document' | 'previous-document' }>

/** One hit on (`by` 1) or back (`by` -1) from `current` of `total`; -1 stands before the first hit. */
export function stepHit(current: number, total: number, by: 1 | -1): HitStep {
  const index = current + by
  if (index >= total) return { kind: 'next-document' }
  return index < 0 ? { kind: 'previous-document' } : { kind: 'here', index }
}
