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

/** The packages that such files come from. */
export const carriedPackages: readonly string[] = Object.keys(carried)

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

/** What one part of the build was made of: `bundle.json` beside its programs, read by the package, the notices and the bill of materials. */
export type BundleList = Readonly<{
  /** For each program of this part, the files that it is made of and may load, itself first. */
  programs: Readonly<Record<string, readonly string[]>>
  /** Packages whose code, styles or data is in there, as package-lock.json calls them: `node_modules/saxes`. */
  packages: readonly string[]
}>

/** The name in package-lock.json of the package that a module belongs to; undefined for the project's own. */
export function packageOfModule(id: string): string | undefined {
  return /(?:^|[\\/])(node_modules[\\/](?:.*[\\/]node_modules[\\/])?(?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/
    .exec(id)?.[1]
    ?.replaceAll('\\', '/')
}

/** Writes `bundle.json`. `alsoCarried`: packages that are there without being bundled. */
export function bundleList(alsoCarried: readonly string[] = []): Plugin {
  return {
    name: 'bundle-list',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [output] : []))
      const loads = new Map(chunks.map(({ fileName, imports, dynamicImports }) => [fileName, [...imports, ...dynamicImports]]))
      const reach = (from: string): string[] => {
        const seen = new Set([from])
        for (const file of seen) for (const next of loads.get(file) ?? []) if (loads.has(next)) seen.add(next)
        return [...seen]
      }
      const modules = chunks.flatMap((chunk) =>
        Object.entries(chunk.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 || isStyle(id) ? [id] : []))
      )
      const files = Object.values(bundle).flatMap((output) => (output.type === 'asset' ? output.originalFileNames : []))
      const found = [...modules, ...files].flatMap((path) => packageOfModule(path) ?? [])
      const packages = [...found, ...alsoCarried.map((name) => `node_modules/${name}`)]
      const list: BundleList = {
        programs: Object.fromEntries(
          chunks.filter((chunk) => chunk.isEntry).map(({ name, fileName }) => [name, reach(fileName)])
        ),
        packages: [...new Set(packages)].sort()
      }
      this.emitFile({ type: 'asset', fileName: 'bundle.json', source: `${JSON.stringify(list, null, 2)}\n` })
    }
  }
}

/** Styles become files of their own and leave nothing in the script that asked for them. */
const isStyle = (id: string): boolean => /\.css(?:\?|$)/.test(id)
