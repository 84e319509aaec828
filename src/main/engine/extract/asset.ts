import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/**
 * Absolute path of a file (WASM, language data) of a package, e.g. `('@hyzyla/pdfium', 'dist/pdfium.wasm')`. A built app carries the
 * files of `bundling.config.ts` in `assets/` beside its programs; run from source they are in the installed package. Throws when it is in neither.
 */
export function packageFile(packageName: string, file: string): string {
  for (const folder of [here, dirname(here)]) {
    const built = join(folder, 'assets', packageName, file)
    if (existsSync(built)) return built
  }
  for (const folder of createRequire(import.meta.url).resolve.paths(packageName) ?? []) {
    const installed = join(folder, packageName, file)
    if (existsSync(installed)) return installed
  }
  throw new Error(`${packageName}/${file} is not installed`)
}
