/** How dependencies of the extract process are bundled; the app's build and the tests' own build of that process share the first. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Its modules look for JSON files beside themselves; this build of it carries them. */
export const cssTree = { find: /^css-tree$/, replacement: 'css-tree/dist/csstree.esm' }

const ocrLanguages = 'ara aze chi_sim deu eng fas fra heb ita osd por pus spa tgk tur urd'.split(' ')

/**
 * WebAssembly and data that programs read from disk, by package. OCR: 33 MB, most of it the languages; `package.json` says that the
 * engine's loader is CommonJS.
 */
const carried: Readonly<Record<string, readonly string[]>> = {
  '@hyzyla/pdfium': ['dist/pdfium.wasm'],
  'tesseract.js-core': ['package.json', 'tesseract-core-simd.js', 'tesseract-core-simd.wasm'],
  ...Object.fromEntries(ocrLanguages.map((code) => [`@tesseract.js-data/${code}`, [`4.0.0_best_int/${code}.traineddata.gz`]]))
}

/** Puts those files beside the built programs, at `assets/<package>/<file>`, where `packageFile` looks for them. */
export const carriedFiles: Plugin = {
  name: 'carried-files',
  generateBundle() {
    for (const [name, files] of Object.entries(carried)) {
      for (const file of files) {
        const source = readFileSync(join(import.meta.dirname, 'node_modules', name, file))
        this.emitFile({ type: 'asset', fileName: `assets/${name}/${file}`, source })
      }
    }
  }
}
