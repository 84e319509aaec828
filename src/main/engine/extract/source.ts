import type { Source } from '#engine/extract/found'
import type { Declared, OcrText } from '#engine/extract/job'
import { type OpenFile, readBytes } from '#engine/extract/read-file'

type Named = Readonly<{
  name: string
  mediaType: string
  charset: string | null
  password: string | null
  declared: Declared | null
  ocr?: readonly OcrText[]
}>

/** The open file as formats see it; its bytes are read when they are first asked for. `head` is its beginning, read before. */
export function openSource(file: OpenFile, head: Uint8Array | null, named: Named): Source {
  let whole: Uint8Array | undefined
  const { name, mediaType, charset, password, declared, ocr } = named
  const bytes = (): Uint8Array => {
    whole ??= head?.length === file.size ? head : readBytes(file, 0, file.size)
    return whole
  }
  return { file, bytes, name, mediaType, charset, password, declared, ocr: ocr ?? [] }
}
