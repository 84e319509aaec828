import { decodeText } from '#engine/extract/charset/charset'
import { headerOf, type MimePart } from '#engine/extract/mail/mime-part'
import type { LineFormat } from '#engine/extract/mail/text-body'
import { decodeTransfer, uuFile } from '#engine/extract/mail/transfer'

/** A body of a message, decoded. */
export type MailBody = Readonly<{ html: string; charset: string } | { text: string; format: LineFormat; charset: string }>

/** A file that stood in the text of a message, as programs sent them before MIME. */
export type FileInText = Readonly<{ name: string; bytes: Uint8Array }>

const PLAIN: LineFormat = { isFlowed: false, deletesSpace: false }
/** More files in one text are left where they are. */
const MOST_FILES = 1000

/** Decodes a text or HTML part; `chosen` is the character set a person chose. Never throws. */
export async function mailBody(part: MimePart, chosen: string | null): Promise<MailBody> {
  const isHtml = part.mediaType === 'text/html'
  const bytes = decodeTransfer(part.body, headerOf(part, 'content-transfer-encoding'))
  const decoded = await decodeText(bytes, chosen, isHtml, part.parameters.get('charset') ?? null)
  const text = decoded.text.includes('\0') ? decoded.text.replaceAll('\0', '') : decoded.text
  if (isHtml) return { html: text, charset: decoded.charset }
  return { text, format: formatOf(part), charset: decoded.charset }
}

function formatOf({ mediaType, parameters }: MimePart): LineFormat {
  if (mediaType !== 'text/plain' || parameters.get('format')?.toLowerCase() !== 'flowed') return PLAIN
  return { isFlowed: true, deletesSpace: parameters.get('delsp')?.toLowerCase() === 'yes' }
}

/** Takes the uuencoded files out of a text. */
export function withoutFiles(text: string): Readonly<{ text: string; files: readonly FileInText[] }> {
  const files: FileInText[] = []
  let rest = ''
  let at = 0
  for (let file = uuFile(text); file && files.length < MOST_FILES; file = uuFile(text, at)) {
    rest += `${text.slice(at, file.start)}\n`
    // The line end before the next file belongs to it.
    at = Math.max(file.end - 1, file.start)
    files.push({ name: file.name, bytes: file.bytes })
  }
  return files.length === 0 ? { text, files } : { text: rest + text.slice(at), files }
}
