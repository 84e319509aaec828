import { useMemo, useState } from 'react'
import type { PagesLook } from '#renderer/app/state.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { type Material, PAPER, type PageZoom, pictureMaterial, type Turns } from '#renderer/features/reader/pages/page-zoom.ts'

/** How the pages of the open document are drawn. */
export type Look = Readonly<{
  material: Material
  zoom: PageZoom
  turns: Turns
  panel: PagesLook['panel']
  setZoom: (zoom: PageZoom) => void
  turn: () => void
  setPanel: (panel: PagesLook['panel']) => void
}>

/** What is chosen for paper stays for the next document; a picture starts whole and upright. */
export function useLook(isPicture: boolean): Look {
  const paper = useAppState((state) => state.pagesLook)
  const { setPagesLook } = useActions()
  const [pictureZoom, setPictureZoom] = useState<PageZoom>('page')
  const [turns, setTurns] = useState<Turns>(0)
  const material = useMemo(() => (isPicture ? pictureMaterial(window.devicePixelRatio) : PAPER), [isPicture])
  return {
    material,
    zoom: isPicture ? pictureZoom : paper.zoom,
    turns,
    panel: paper.panel,
    setZoom: (zoom) => (isPicture ? setPictureZoom(zoom) : setPagesLook({ zoom })),
    turn: () => setTurns((before) => NEXT[before]),
    setPanel: (panel) => setPagesLook({ panel })
  }
}

const NEXT = [1, 2, 3, 0] as const
