import { ChevronDown, ChevronUp, GalleryVertical, Minus, Plus, RotateCw, TableOfContents } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { PageBox } from '#renderer/features/reader/pages/PageBox.tsx'
import type { PagesTools } from '#renderer/features/reader/pages/use-pages-tools.ts'
import { ZoomMenu } from '#renderer/features/reader/pages/ZoomMenu.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'

type Props = Readonly<{
  tools: PagesTools
  /** 1-based. */
  page: number
  total: number
  scale: number
  isPicture: boolean
  hasContents: boolean
  pageBox: Ref<HTMLInputElement>
}>

/** The bar over the pages: what stands beside them, which one is read, and how large they are. */
export function PagesBar({ tools, page, total, scale, isPicture, hasContents, pageBox }: Props): ReactNode {
  const { t } = useTranslation()
  return (
    <section className="pages-bar" aria-label={t('pages.tools')}>
      {total > 1 ? (
        <IconButton
          label={t('pages.thumbnails')}
          keys="m"
          isPressed={tools.panel === 'thumbnails'}
          onPress={() => tools.togglePanel('thumbnails')}
        >
          <GalleryVertical size={16} aria-hidden />
        </IconButton>
      ) : null}
      {hasContents ? (
        <IconButton
          label={t('pages.contents')}
          keys="c"
          isPressed={tools.panel === 'contents'}
          onPress={() => tools.togglePanel('contents')}
        >
          <TableOfContents className="mirror" size={16} aria-hidden />
        </IconButton>
      ) : null}
      {total > 1 ? (
        <span className="pages-bar-pages">
          <IconButton label={t('pages.previousPage')} isDisabled={page <= 1} onPress={() => tools.goTo(page - 1)}>
            <ChevronUp size={16} aria-hidden />
          </IconButton>
          <PageBox ref={pageBox} page={page} total={total} onGo={tools.goTo} />
          <IconButton label={t('pages.nextPage')} isDisabled={page >= total} onPress={() => tools.goTo(page + 1)}>
            <ChevronDown size={16} aria-hidden />
          </IconButton>
        </span>
      ) : null}
      <span className="reader-bar-space" />
      <IconButton label={t('pages.zoomOut')} keys="-" onPress={() => tools.step(-1)}>
        <Minus size={15} aria-hidden />
      </IconButton>
      <ZoomMenu zoom={tools.zoom} scale={scale} isPicture={isPicture} onZoom={tools.setZoom} />
      <IconButton label={t('pages.zoomIn')} keys="Plus" onPress={() => tools.step(1)}>
        <Plus size={15} aria-hidden />
      </IconButton>
      <IconButton label={t('pages.turn')} keys="r" onPress={tools.turn}>
        <RotateCw size={15} aria-hidden />
      </IconButton>
    </section>
  )
}
