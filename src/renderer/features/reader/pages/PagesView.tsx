import '#renderer/features/reader/pages/pages.css'
import { type ReactNode, type RefObject, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { contentsOf } from '#renderer/features/reader/contents.ts'
import { PagesViewer } from '#renderer/features/reader/pages/PagesViewer.tsx'
import { isPicture } from '#renderer/features/reader/reader-view.ts'
import type { Find } from '#renderer/features/reader/use-find.ts'
import type { ReadingPlace } from '#renderer/features/reader/use-reading-place.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { DocumentContent } from '#shared/contract'
import type { Settings } from '#shared/model/app'
import type { Block } from '#shared/model/block'
import type { DocumentDetail } from '#shared/model/document'
import type { PagesInfo } from '#shared/model/page-layer'

export type PagesViewProps = Readonly<{
  document: DocumentDetail
  content: DocumentContent
  /** The reader text, which the words of the pages are parts of. */
  text: string
  settings: Settings
  place: ReadingPlace
  find: Find
  /** The page to begin at; null for that of the hit, or the first. */
  startPage: number | null
  scroller: RefObject<HTMLDivElement | null>
  onScroll: () => void
  /** Whether pages and pictures wait until they are asked for. */
  isVeiled: boolean
  onShow: () => void
}>

/** A document as it looks on paper, or a picture; hits are marked where they stand. */
export function PagesView(props: PagesViewProps): ReactNode {
  const { document, content, isVeiled, onShow } = props
  const { t } = useTranslation()
  const info = useCommand('document.pages', { id: document.id })
  const data = useMemo(() => info.data && withContents(info.data, content.blocks), [info.data, content.blocks])
  if (info.isPending) return <Spinner label={t('reader.loading')} />
  if (data === undefined || data.pages.length === 0) return <EmptyState title={t('pages.missing')} />
  if (isVeiled && !isPicture(document))
    return (
      <EmptyState
        title={t('pages.veiled')}
        actions={
          <span data-veil>
            <Button onPress={onShow}>{t('pages.show')}</Button>
          </span>
        }
      />
    )
  return <PagesViewer {...props} info={data} onUnveil={isVeiled ? onShow : null} />
}

/** A document without a contents list of its own has the headings of its text for one. */
function withContents(info: PagesInfo, blocks: readonly Block[]): PagesInfo {
  if (info.outline.length > 0) return info
  return { ...info, outline: contentsOf(blocks).map(({ title, page, depth }) => ({ title, page, level: depth + 1 })) }
}
