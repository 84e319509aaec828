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
    officialRuntime: !isDevelopmentRuntime(process.resourcesPath, app.getAppPath()),
    sandboxed: isSandboxed(app),
    dataDirectory: app.getPath('userData')
  }
}

/** Tells whether the executable is the development runtime: by the default app inside it, or by what the package of it says of itself. */
export function isDevelopmentRuntime(resources: string, app: string): boolean {
  return says(join(resources, 'default_app.asar'), 'name', DEVELOPMENT_RUNTIME_APP) || says(app, 'runtime', 'development')
}

function says(folder: string, key: string, value: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, key) === value
  } catch {
    // No such file: a package has no default app, and a runtime by itself has no app.
    return false
  }
}
