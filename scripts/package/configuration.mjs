// What electron-builder is told. It fetches nothing: the runtime is a folder that the set-up made, and the app was put together before.
import { dirname } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { fusesForBuilder } from './fuses.mjs'

const sqlite = 'node_modules/better-sqlite3'

/** The folder that a runtime's executable came in. */
const runtimeFolder = ({ path, isOfficial }) => (isOfficial ? inProject('node_modules/electron/dist') : dirname(path))

const artifactName = (isOfficial) => `Sanad-\${version}-\${platform}-\${arch}${isOfficial ? '' : '-not-for-use'}.\${ext}`

/** `extra`: a folder whose files go beside the executable. `onPacked` is called with the folder of the package before it is archived. */
export function builderConfiguration({ runtime, output, extra, onPacked }) {
  return {
    appId: 'app.sanad.desktop',
    productName: 'Sanad',
    copyright: 'The Sanad authors, MIT licence',
    directories: { output, buildResources: inProject('resources/icons') },
    electronVersion: runtime.version,
    electronDist: runtimeFolder(runtime),
    electronLanguages: ['en', 'en-US'],
    electronFuses: fusesForBuilder,
    artifactName: artifactName(runtime.isOfficial),
    npmRebuild: false,
    nodeGypRebuild: false,
    publish: null,
    asar: true,
    asarUnpack: [`${sqlite}/prebuilds/*.node`],
    // Named as a set of its own: electron-builder otherwise takes only what the package manager would list.
    files: ['package.json', 'out/**', { from: sqlite, to: sqlite }],
    extraResources: [
      { from: inProject('resources/sample'), to: 'sample' },
      { from: inProject('resources/check-custody-log.mjs'), to: 'check-custody-log.mjs' }
    ],
    extraFiles: [{ from: extra, to: '.' }],
    afterPack: ({ appOutDir }) => onPacked(appOutDir),
    linux: { executableName: 'sanad', icon: inProject('resources/icons/sanad.png'), category: 'Office' },
    mac: { icon: inProject('resources/icons/sanad.png'), category: 'public.app-category.productivity', identity: null },
    win: { icon: inProject('resources/icons/sanad.png') }
  }
}
