import { type BrowserWindow, View } from 'electron'
import { windowGround } from '#main/window-ground'

export type Blank = Readonly<{
  /** Covers the window at once, whatever its page is busy with. */
  raise: () => void
  lower: () => void
  isUp: () => boolean
}>

/** Larger than any screen; what is outside the window costs nothing. */
const EVERYWHERE = { x: 0, y: 0, width: 30_000, height: 30_000 }

/** A plain ground over the whole page, drawn by the main process and by no page: nothing shows through it, nothing is clicked through it. */
export function createBlank(window: () => BrowserWindow | undefined): Blank {
  let raised: Readonly<{ window: BrowserWindow; ground: View }> | undefined
  return {
    raise: () => {
      const target = window()
      if (raised !== undefined || target === undefined) return
      const ground = new View()
      ground.setBackgroundColor(windowGround())
      target.contentView.addChildView(ground)
      ground.setBounds(EVERYWHERE)
      raised = { window: target, ground }
    },
    lower: () => {
      if (raised !== undefined && !raised.window.isDestroyed()) raised.window.contentView.removeChildView(raised.ground)
      raised = undefined
    },
    isUp: () => raised !== undefined
  }
}
