/** The panes whose width a person can change; the reader takes what is left. Pixels. */
export const PANES = {
  navigation: { initial: 232, min: 180, max: 400 },
  results: { initial: 392, min: 280, max: 720 },
  inspector: { initial: 268, min: 220, max: 460 }
} as const

export type SizedPane = keyof typeof PANES

/** Narrower than this a line of text can not be read; other panes give way first. */
export const READER_MIN = 380

/** A width that this pane may have; its initial width where none was kept. */
export function paneSize(pane: SizedPane, kept: number | undefined): number {
  const { initial, min, max } = PANES[pane]
  return Math.round(Math.min(max, Math.max(min, kept ?? initial)))
}

/** The widths that are drawn: as kept, but results and then navigation give way where the reader would become too narrow. */
export function fitPanes(
  wanted: Readonly<Record<SizedPane, number>>,
  shown: Readonly<Record<SizedPane, boolean>>,
  windowWidth: number
): Readonly<Record<SizedPane, number>> {
  const fitted = { ...wanted }
  const used = (): number =>
    (Object.keys(PANES) as SizedPane[]).reduce((sum, pane) => sum + (shown[pane] ? fitted[pane] : 0), READER_MIN)
  for (const pane of ['results', 'inspector', 'navigation'] as const) {
    const excess = used() - windowWidth
    if (excess > 0 && shown[pane]) fitted[pane] = Math.max(PANES[pane].min, fitted[pane] - excess)
  }
  return fitted
}
