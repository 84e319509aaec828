import { UsageError } from '#cli/arguments'
import { type CustodyHead, readNoted } from '#shared/model/custody'

/** What --noted was given, as points that the custody log must have passed. Throws UsageError. */
export function notedPoints(text: string | undefined): readonly CustodyHead[] {
  if (text === undefined) return []
  const noted = readNoted(text)
  if (noted === undefined)
    throw new UsageError('--noted takes the number of entries and the fingerprint, as in “412 entries: 1a2b 3c4d 5e6f 7a8b”.')
  return [noted]
}
