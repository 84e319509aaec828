// What a Linux desktop reads of a program: its entry in the menu, and its icon.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inProject } from '../setup/paths.mjs'

/** Where docs/packaging.md tells people to put it; the entry needs a place that it can name. */
export const installFolder = '/opt/Sanad'

/** It takes files and folders, and asks before it imports them; it offers itself for no type of file. */
const entry = ({ description }) => `[Desktop Entry]
Type=Application
Name=Sanad
Comment=${description}
Exec=${installFolder}/sanad %F
Icon=sanad
Terminal=false
Categories=Office;Database;
Keywords=archive;documents;evidence;search;
StartupWMClass=Sanad
SingleMainWindow=true
`

/** Writes `share/applications/sanad.desktop` and the icons under `folder`, laid out as below /usr. */
export function writeLinuxFiles(folder, manifest) {
  const write = (path, put) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    put(join(folder, path))
  }
  write('share/applications/sanad.desktop', (to) => writeFileSync(to, entry(manifest)))
  write('share/icons/hicolor/512x512/apps/sanad.png', (to) => copyFileSync(inProject('resources/icons/sanad.png'), to))
  write('share/icons/hicolor/scalable/apps/sanad.svg', (to) => copyFileSync(inProject('resources/icons/sanad.svg'), to))
}
