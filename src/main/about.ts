import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'
import { isSandboxed } from '#main/process-guard'
import type { AboutInfo } from '#shared/model/app'

/** Name of the default app that the set-up script puts into the development runtime; no other runtime has it. */
const DEVELOPMENT_RUNTIME_APP = 'sanad-default-app'

/** What this program is and runs on. `sqlite` is `unknown` while no archive has been opened. */
export function aboutProgram(app: App, sqlite: string | undefined): AboutInfo {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    node: process.versions.node,
    sqlite: sqlite ?? 'unknown',
    platform: `${process.platform} ${process.arch}`,
    officialRuntime: !isDevelopmentRuntime(process.resourcesPath),
    sandboxed: isSandboxed(app),
    dataDirectory: app.getPath('userData')
  }
}

/** Tells whether the executable is the development runtime, by the default app inside it. */
export function isDevelopmentRuntime(resources: string): boolean {
  try {
    return readFileSync(join(resources, 'default_app.asar', 'package.json'), 'utf8').includes(`"${DEVELOPMENT_RUNTIME_APP}"`)
  } catch {
    // A packaged program has no default app; neither is it the development runtime.
    return false
  }
}
