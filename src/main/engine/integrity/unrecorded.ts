import type { Verification, VerificationOutcome } from '#shared/model/integrity'

/** What a verification found, in the form of one that was recorded, for an archive in which nothing can be recorded. */
export function unrecorded({ originals, extra, ...rest }: VerificationOutcome): Verification {
  const missing = originals.filter(({ trouble }) => trouble === 'missing').length
  return { ...rest, id: 0, changed: originals.length - missing, missing, extra: extra.length }
}
