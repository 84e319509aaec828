import '#renderer/features/reader/document-cover.css'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import { useActions } from '#renderer/app/store.ts'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { sentenceCase } from '#renderer/i18n/sentence-case.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { focusPane } from '#renderer/ui/focus-pane.ts'
import { TagDot } from '#renderer/ui/TagDot.tsx'
import type { DocumentDetail } from '#shared/model/document'
import { warningTags } from '#shared/model/warning-tags'

/** What stands in the place of a document with a warning until it is asked for: which warning, and what it is. Nothing of its content. */
export function DocumentCover({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const cover = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The document before this one had the focus, and took it along.
    if (globalThis.document.activeElement === globalThis.document.body) cover.current?.focus({ preventScroll: true })
  }, [])
  const show = (): void => {
    actions.uncover(document.id)
    requestAnimationFrame(() => focusPane('reader'))
  }
  useShortcut('show-picture', show)
  const { pageCount, sizeBytes, mediaType, title, fileName } = document
  const facts = [
    sentenceCase(t(mediaTypeKey(mediaType)), i18n.language),
    pageCount === null || pageCount < 2 ? null : t('warning.pages', { count: pageCount }),
    format.bytes(sizeBytes)
  ].filter((fact) => fact !== null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it stands for the pane, which must be reachable by the keyboard.
    <section className="warning-cover" ref={cover} tabIndex={0} data-pane-focus="" aria-labelledby="warning-title">
      <ul className="warning-tags" aria-label={t('warning.tags')}>
        {warningTags(document).map((tag) => (
          <li key={tag.id}>
            <TagDot color={tag.color} />
            <bdi>{tag.name}</bdi>
          </li>
        ))}
      </ul>
      <h2 id="warning-title">{t('warning.title')}</h2>
      <p className="warning-document" dir="auto">
        {title === '' ? fileName : title}
      </p>
      <p className="warning-facts">
        {facts.map((fact, at) => (
          <span key={fact}>
            {at === 0 ? null : <span aria-hidden> · </span>}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </p>
      <p className="warning-detail">{t('warning.detail')}</p>
      <div className="warning-actions">
        <Button onPress={actions.closeDocument}>{t('warning.goBack')}</Button>
        <Button onPress={show}>{t('warning.show')}</Button>
      </div>
    </section>
  )
}
