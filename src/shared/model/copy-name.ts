import type { CopyKind } from '#shared/model/copy'

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tif',
  'application/pdf': 'pdf',
  'text/html': 'html',
  'message/rfc822': 'eml'
}

/** Letters of the hash: enough to tell the copies in one folder apart. */
const HASH_LETTERS = 8

/**
 * The file name that is offered for a copy: it says nothing of the document, of the archive or of its reader. `fileName` is the
 * original's, of which only a plain ending is taken.
 */
export function copyName(kind: CopyKind, sha256: string, mediaType: string, fileName: string): string {
  const [, own] = /\.([a-z0-9]{1,8})$/i.exec(fileName) ?? []
  const ending = kind === 'text' ? 'txt' : (EXTENSIONS[mediaType] ?? own?.toLowerCase())
  const name = `document-${sha256.slice(0, HASH_LETTERS)}`
  return ending === undefined ? name : `${name}.${ending}`
}

/** The same name with a number, for a folder in which it is taken. */
export function numberedName(name: string, number: number): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? `${name}-${number}` : `${name.slice(0, dot)}-${number}${name.slice(dot)}`
}
