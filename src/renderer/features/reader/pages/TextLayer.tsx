import { Fragment, memo, type ReactNode } from 'react'
import type { Box } from '#renderer/features/reader/pages/page-boxes.ts'
import { isRightToLeftText } from '#renderer/features/reader/pages/right-to-left.ts'
import type { PageWord } from '#shared/model/page-layer'

/**
 * The words of a page over its picture, unseen: for screen readers, and for the system's selection. Each stands in its own box and says
 * where it begins in the text; what is selected is drawn from those boxes, so that no letter needs its true width.
 */
export const TextLayer = memo(function TextLayer({ words }: Readonly<{ words: readonly PageWord[] }>): ReactNode {
  return (
    <div className="page-words selectable">
      {words.map((word) => (
        <Fragment key={word.start}>
          <span data-start={word.start} dir={isRightToLeftText(word.text) ? 'rtl' : 'ltr'} style={styleOf(word)}>
            {word.text}
          </span>{' '}
        </Fragment>
      ))}
    </div>
  )
})

/** Where a box stands, in percent of its page. */
export function styleOf({ x, y, width, height }: Box): Readonly<{ left: string; top: string; width: string; height: string }> {
  return { left: percent(x), top: percent(y), width: percent(width), height: percent(height) }
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(3)}%`
}
