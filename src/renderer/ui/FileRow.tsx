import '#renderer/ui/file-row.css'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { FileIcon } from '#renderer/ui/FileIcon.tsx'

export type FileRowProps = Readonly<{
  mediaType: string
  name: string
  /** Second line, in small print: how it lies there, its kind, its date. */
  detail?: string
  /** Draws a warning before the second line; the words that explain it are in `detail`. */
  hasProblem?: boolean
  /** The document that is open now. */
  isCurrent?: boolean
  onOpen: () => void
}>

/** A document in a short list: what kind it is, its name, and a line about it. */
export function FileRow({ mediaType, name, detail, hasProblem = false, isCurrent = false, onOpen }: FileRowProps): ReactNode {
  return (
    <Button className="ui-file-row" onPress={onOpen} {...(isCurrent ? { 'aria-current': true as const } : {})}>
      <FileIcon mediaType={mediaType} />
      <span className="ui-file-words">
        <span className="ui-file-name">
          <bdi>{name}</bdi>
        </span>
        {detail === undefined ? null : (
          <span className="ui-file-detail">
            {hasProblem ? <TriangleAlert size={11} aria-hidden /> : null}
            <bdi className="truncate">{detail}</bdi>
          </span>
        )}
      </span>
    </Button>
  )
}
