/** Pages saved by a browser as `name.html` beside a folder `name_files` with their pictures, styles and frames. */
import { parse } from 'node:path'

const PAGE = /\.(?:html?|xhtml)$/i

/** What browsers in different languages put behind the page's name. */
const SUFFIXES = [
  '_files',
  '.files',
  '-files',
  '_file',
  '-Dateien',
  '_fichiers',
  '_archivos',
  '_arquivos',
  '_bestanden',
  '-filer',
  '_soubory',
  '_pliki',
  '_elemei',
  '_tiedostot',
  '_dosyalar',
  '_fails',
  '_failid',
  '_bylos',
  '_fitxers',
  '_fitxategiak'
]

export const isPageName = (name: string): boolean => PAGE.test(name)

/** For the entries of one folder: the folder of parts that belongs to each page, by page name. */
export function pairPages(files: readonly string[], folders: readonly string[]): Map<string, string> {
  const byName = new Map(folders.map((folder) => [folder.toLowerCase(), folder]))
  const pairs = new Map<string, string>()
  const taken = new Set<string>()
  for (const file of files) {
    if (!isPageName(file)) continue
    const stem = parse(file).name
    for (const suffix of SUFFIXES) {
      const folder = byName.get((stem + suffix).toLowerCase())
      if (folder === undefined || taken.has(folder)) continue
      pairs.set(file, folder)
      taken.add(folder)
      break
    }
  }
  return pairs
}
