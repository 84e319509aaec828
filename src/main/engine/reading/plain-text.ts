import type { Extractor } from '#engine/extract/job'
import type { Originals } from '#engine/originals/originals'
import { findLooking } from '#engine/reading/looking'
import type { ReadDb } from '#engine/store/connection'
import type { CommandOutput } from '#shared/contract'
import { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'

/** Nobody reads further in what is no text; bytes. */
const LIMIT = 1_000_000

/**
 * The beginning of any file as plain text; nothing is stored. Throws SanadError `not-found`, or `view-not-available` when the original
 * can not be read.
 */
export async function readPlainText(
  { db, originals, extractor }: Readonly<{ db: ReadDb; originals: Originals; extractor: Extractor }>,
  id: DocumentId
): Promise<CommandOutput<'document.plainText'>> {
  const looking = findLooking(db, originals, id)
  if (!looking) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  const answer = await extractor.run({ task: 'plain-text', file: looking.file, charset: looking.charset, limit: LIMIT })
  if (answer.task === 'refused') throw new SanadError('view-not-available', answer.message)
  return { text: answer.text, charset: answer.charset, cut: answer.cut }
}
