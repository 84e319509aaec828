import type { CfbEntry } from '#engine/extract/cfb/cfb-directory'
import { type Attachment, isSmallSign } from '#engine/extract/mail/attachments'
import type { NamedPart } from '#engine/extract/mail/content-ids'
import { declaredType } from '#engine/extract/mail/declared-type'
import { signedContent } from '#engine/extract/mail/signed-content'
import { embeddedMsg } from '#engine/extract/msg/embedded-msg'
import { FIXED_FROM, MapiStorage } from '#engine/extract/msg/mapi-storage'

const PROPERTY = {
  data: 0x3701,
  longName: 0x3707,
  shortName: 0x3704,
  displayName: 0x3001,
  mediaType: 0x370e,
  contentId: 0x3712,
  location: 0x3713,
  modified: 0x3008
} as const
const SUBJECT = 0x0037
const SIGNED_NAME = 'signed message.eml'
const MOST = 10_000
const LARGEST_PICTURE = 64 * 1024 * 1024

/** An attachment of an Outlook message that can not be taken out, and why. */
export type Refused = Readonly<{ name: string; message: string }>

/** The message itself, signed or encrypted. */
const ENVELOPE = /^application\/(?:x-)?pkcs7-(?:mime|signature)$/

const OBJECT =
  'This is a drawing or table of another program inside the message, which Sanad can not take out. The message keeps it.'
const TOO_LARGE = 'This message inside the message is too large to be taken out. The message around it keeps it.'
const EMPTY = 'The message names this file and does not hold it.'

/** All attachments, in order. */
export function attachmentStorages(message: MapiStorage): MapiStorage[] {
  return message.storage.children
    .filter(({ name, kind }) => kind === 'storage' && /^__attach_version1\.0_/i.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map((storage) => new MapiStorage(message.cfb, storage, FIXED_FROM.part, message.charset))
}

/** What of them is put into the spool, and what can not be; `shown` is the page that the message shows. */
export function msgAttachments(storages: readonly MapiStorage[], shown: string): { taken: Attachment[]; refused: Refused[] } {
  const taken: Attachment[] = []
  const refused: Refused[] = []
  for (const [at, storage] of storages.entries()) {
    const name = nameOf(storage, at + 1)
    const made = isSign(storage, shown)
      ? undefined
      : ENVELOPE.test(typeOf(storage))
        ? envelope(storage)
        : attachment(storage, name)
    if (made && 'message' in made) refused.push(made)
    else if (made) taken.push(made)
  }
  return { taken, refused }
}

/** The pictures that the page of the message can name. */
export function namedPictures(storages: readonly MapiStorage[]): NamedPart<MapiStorage>[] {
  return storages.map((part) => ({
    part,
    contentId: part.text(PROPERTY.contentId) ?? null,
    location: part.text(PROPERTY.location) ?? null
  }))
}

/** The content of an attachment; undefined for one that is no file. */
export function contentOf(storage: MapiStorage): Uint8Array | undefined {
  return storage.binary(PROPERTY.data)
}

/** The type that an attachment declares; empty without one. */
export function typeOf(storage: MapiStorage): string {
  return storage.text(PROPERTY.mediaType)?.trim().toLowerCase() ?? ''
}

function attachment(storage: MapiStorage, name: string): Attachment | Refused {
  const mediaType = typeOf(storage) || null
  const common = { name, declared: declaredType(mediaType) }
  const modifiedAt = storage.time(PROPERTY.modified) ?? null
  const object = storage.object(PROPERTY.data)
  if (object) {
    const message = messageIn(storage)
    if (!message) return { name, message: OBJECT }
    const file = embeddedMsg(storage.cfb, message)
    return file ? { ...common, modifiedAt, content: () => file } : { name, message: TOO_LARGE }
  }
  const stream = storage.stream(PROPERTY.data)
  return stream ? { ...common, modifiedAt, content: () => pieces(storage, stream) } : { name, message: EMPTY }
}

/** What is only signed can be read without any key; of what is encrypted Sanad says so where the message is. */
function envelope(storage: MapiStorage): Attachment | undefined {
  const content = signedContent(contentOf(storage) ?? new Uint8Array(0))
  const declared = declaredType('message/rfc822')
  return content && { name: SIGNED_NAME, declared, modifiedAt: null, content: () => content }
}

/** A message inside the message; undefined for the object of another program. */
function messageIn(storage: MapiStorage): CfbEntry | undefined {
  const object = storage.object(PROPERTY.data)
  return object?.children.some(({ name }) => name.toLowerCase() === '__properties_version1.0') ? object : undefined
}

async function* pieces({ cfb }: MapiStorage, stream: CfbEntry): AsyncGenerator<Uint8Array> {
  yield* cfb.chunks(stream)
}

function nameOf(storage: MapiStorage, place: number): string {
  const object = messageIn(storage)
  const given = storage.text(PROPERTY.longName) ?? storage.text(PROPERTY.shortName) ?? storage.text(PROPERTY.displayName)
  // Outlook keeps a signed message as one file, as it came.
  if (typeOf(storage).startsWith('multipart/')) return SIGNED_NAME
  const subject = object && new MapiStorage(storage.cfb, object, FIXED_FROM.embedded, storage.charset).text(SUBJECT)
  const name = (subject?.replaceAll(/[\\/]/g, '-') ?? given ?? `attachment ${place}`).trim().slice(0, 200)
  return object && !/\.msg$/i.test(name) ? `${name}.msg` : name
}

function isSign(storage: MapiStorage, shown: string): boolean {
  const names = [storage.text(PROPERTY.contentId), storage.text(PROPERTY.location)]
  const stream = storage.stream(PROPERTY.data)
  if (!stream || stream.size > LARGEST_PICTURE) return false
  return isSmallSign({ names, bytes: () => storage.cfb.read(stream, LARGEST_PICTURE) }, shown)
}
