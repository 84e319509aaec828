import type { Declared, ExtractedDocument, ExtractJob, Extractor, Room } from '#engine/extract/job'
import { refusedDocument } from '#engine/extract/refusal'
import type { Budget, Depth } from '#engine/import/budget'
import type { Archive } from '#engine/open'
import type { SpoolFolder } from '#engine/originals/take-spooled'

/** What is known of an original besides its bytes. */
export type OriginalToRead = Readonly<{
  sha256: Uint8Array
  fileName: string
  /** Kept when the reading gives up before it has recognised the type. */
  mediaType: string
  charset: string | null
  password: string | null
  declared: Declared | null
  ocr: Extract<ExtractJob, { task: 'extract' }>['ocr']
}>

/** The reading of an original. What it holds lies in `spool`, which whoever asked for the reading removes. */
export type OriginalReading = Readonly<{ extracted: ExtractedDocument; spool: SpoolFolder }>

/** Reads an original in an extract process. Never rejects for what is in the file. */
export async function readOriginal(
  { originals }: Archive,
  extractor: Extractor,
  original: OriginalToRead,
  budget: Budget,
  depth: Depth
): Promise<OriginalReading> {
  const { sha256, fileName, charset, password, declared, ocr } = original
  const room = budget.room(depth)
  const spool = originals.newSpool()
  try {
    const answer = await extractor.run({
      task: 'extract',
      file: originals.locate(sha256),
      name: fileName,
      charset,
      password,
      declared,
      ocr,
      spool: room.levels > 0 ? { path: spool.path, seal: spool.seal } : null,
      room
    })
    if (answer.task === 'refused')
      return { extracted: refusedDocument(answer.code, answer.message, original.mediaType, fileName), spool }
    budget.spend(answer.document.members)
    return { extracted: explained(answer.document, room, budget.excess()), spool }
  } catch (error) {
    spool.remove()
    throw error
  }
}

const EXCESS = {
  'nested-too-deep': 'What it holds lies too deep inside other files and was not taken out.',
  bomb: 'What it holds was not taken out: the file around it is too large when opened.',
  'too-many-files': 'What it holds was not taken out: the file around it holds too many files.'
} as const

/** A file that was not opened for want of room says so; its own text, if it has any, counts as always. */
function explained(extracted: ExtractedDocument, room: Room, code: keyof typeof EXCESS): ExtractedDocument {
  if (room.levels > 0 || extracted.problem !== null || !holdsFiles(extracted)) return extracted
  return { ...extracted, problem: { code, message: EXCESS[code] } }
}

function holdsFiles({ status, facts }: ExtractedDocument): boolean {
  return (
    status === 'container' || facts.some(({ name, value }) => (name === 'attachments' || name === 'entries') && value !== '0')
  )
}
