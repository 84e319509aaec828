import { nativeTheme } from 'electron'

/** The page's own ground in each theme (design tokens `--bg`), so that no white shows before the page is drawn. */
const GROUND = { light: '#f6f4ef', dark: '#17181a' } as const

/** The colour of an empty window in the theme that holds now. */
export function windowGround(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light
}
