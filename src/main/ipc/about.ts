import type { MainHandlers } from '#main/ipc/main-handlers'
import type { AboutInfo } from '#shared/model/app'

/** What this program is and runs on; looked up when asked, since the archive's engine knows part of it. */
export function aboutHandlers(about: () => Promise<AboutInfo>): Pick<MainHandlers, 'app.about'> {
  return { 'app.about': () => about() }
}
