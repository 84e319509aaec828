import {
  BookText,
  Box,
  Film,
  Folder,
  Globe,
  Image,
  type LucideIcon,
  Mail,
  Mails,
  Music,
  Paperclip,
  Presentation,
  Sheet,
  StickyNote
} from 'lucide-react'
import type { ReactNode } from 'react'

/** Patterns are tried in order on the media type; the first that fits gives the icon. */
const ICONS: readonly (readonly [pattern: RegExp, icon: LucideIcon])[] = [
  [/^image\//, Image],
  [/^audio\//, Music],
  [/^video\//, Film],
  [/^(?:message\/|application\/vnd\.ms-outlook$|multipart\/encrypted)/, Mail],
  [/mbox|outlook-pst/, Mails],
  [/html|warc|wacz|webarchive|mimearchive|multipart\/related/, Globe],
  [/epub/, BookText],
  [/spreadsheet|excel|text\/csv|tab-separated/, Sheet],
  [/presentation|powerpoint/, Presentation],
  [/zip|gzip|x-tar|7z|rar|bzip2|x-xz|zstd/, Box],
  [/^(?:text\/|application\/(?:pdf|rtf|msword|json|xml)|application\/vnd\.(?:oasis|openxml))/, StickyNote]
]

/** A small picture of what kind of file it is (`folder` for a folder). Decoration: the kind always stands beside it in words. */
export function FileIcon({ mediaType, size = 15 }: Readonly<{ mediaType: string; size?: number }>): ReactNode {
  const Icon = mediaType === 'folder' ? Folder : (ICONS.find(([pattern]) => pattern.test(mediaType))?.[1] ?? Paperclip)
  return <Icon className="ui-file-icon" size={size} strokeWidth={1.75} aria-hidden />
}
