import { Search, Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { AppearancePopover } from '#renderer/features/reader/AppearancePopover.tsx'
import { ContentsPopover } from '#renderer/features/reader/ContentsPopover.tsx'
import type { ContentsItem } from '#renderer/features/reader/contents.ts'
import { HitSteps } from '#renderer/features/reader/HitSteps.tsx'
import { MoreMenu } from '#renderer/features/reader/MoreMenu.tsx'
import { type ReaderView, textOf, viewsOf } from '#renderer/features/reader/reader-view.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { ToggleSegment } from '#renderer/ui/ToggleSegment.tsx'
import type { Settings } from '#shared/model/app'
import type { DocumentDetail } from '#shared/model/document'
import { pageUnitOf } from '#shared/model/page-unit'

export type ReaderBarProps = Readonly<{
  document: DocumentDetail
  settings: Settings
  view: ReaderView
  onView: (view: ReaderView) => void
  /** Null while nothing is searched for. */
  hits: Readonly<{ current: number; total: number; moreInAll: number; onStep: (by: 1 | -1) => void }> | null
  text: string
  /** Headings to go to; empty where there are too few. */
  contents: readonly ContentsItem[]
  onContents: (offset: number) => void
  onFind: () => void
  onFixText: () => void
}>

/** The bar over the document: how to show it, the hits, and what to do with it. */
export function ReaderBar(props: ReaderBarProps): ReactNode {
  const { document, settings, view, onView, hits, text, contents, onContents, onFind, onFixText } = props
  const { t } = useTranslation()
  const isText = view !== 'original'
  const hasHits = textOf(view, document) !== null
  return (
    <Toolbar className="reader-bar" aria-label={t('reader.bar')}>
      <ViewChoice document={document} view={view} onView={onView} />
      {hits === null || !hasHits || hits.total === 0 ? null : <HitSteps {...hits} />}
      {hits === null || view !== 'reader' || hits.moreInAll === 0 ? null : (
        <Button kind="quiet" onPress={() => onView('all')}>
          {t('reader.moreInAll', { count: hits.moreInAll })}
        </Button>
      )}
      <span className="reader-bar-space" />
      {contents.length === 0 ? null : (
        <ContentsPopover items={contents} unit={pageUnitOf(document.mediaType)} onGo={onContents} />
      )}
      {isText && text !== '' ? <AppearancePopover settings={settings} /> : null}
      <StarButton document={document} />
      {hasHits && text !== '' ? (
        <span className="reader-bar-find">
          <IconButton label={t('reader.findInDocument')} keys="Mod+Shift+F" onPress={onFind}>
            <Search size={15} aria-hidden />
            <span className="reader-bar-word">{t('reader.find')}</span>
          </IconButton>
        </span>
      ) : null}
      <MoreMenu document={document} text={text} onFind={hasHits && text !== '' ? onFind : null} onFixText={onFixText} />
    </Toolbar>
  )
}

type ViewChoiceProps = Readonly<{ document: DocumentDetail; view: ReaderView; onView: (view: ReaderView) => void }>

function ViewChoice({ document, view, onView }: ViewChoiceProps): ReactNode {
  const { t } = useTranslation()
  const views = viewsOf(document)
  if (views.length < 2) return null
  return (
    <ToggleSegment<ReaderView>
      label={t('reader.view')}
      value={view}
      onChange={onView}
      options={views.map((option) => ({ ...option, label: t(option.label) }))}
    />
  )
}

function StarButton({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const setStarred = useAction('document.setStarred')
  return (
    <IconButton
      label={t(document.isStarred ? 'reader.unstar' : 'reader.star')}
      keys="s"
      isPressed={document.isStarred}
      onPress={() => void setStarred({ ids: [document.id], starred: !document.isStarred })}
    >
      <Star size={16} aria-hidden fill={document.isStarred ? 'currentColor' : 'none'} />
    </IconButton>
  )
}
