import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { type SmallRoom, smallRoomFor } from '#tests/support/small-room-for'
import { unwritableFor } from '#tests/support/unwritable-for'

const project = resolve(import.meta.dirname, '..', '..')

/** The Electron that the set-up chose. */
export const electronExecutable = execFileSync(process.execPath, [join(project, 'scripts', 'electron-path.mjs')], {
  encoding: 'utf8'
}).trim()

/** What Electron must be told where Chromium has no sandbox: it refuses to start as root with one. */
export const sandboxSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export type LaunchOptions = Readonly<{
  /** Folder for settings, recents and the log. */
  userData: string
  /** Folder that the default archive is made in. */
  documents: string
  /** Switches for Chromium. */
  switches?: readonly string[]
  /** Files and folders given on the command line. */
  given?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** A folder in which the program can write nothing (`unwritableFor`). */
  unwritable?: string
  /** A disk of its own (`smallRoomFor`). */
  disk?: SmallRoom
}>

/** How long a start may take: less than a test may, so that the report holds what the program wrote until then. Playwright's own is longer. */
const START_MS = 60_000

/** Starts the built program on folders of its own. Whoever starts it closes it. */
export function launchSanad({
  userData,
  documents,
  switches = [],
  given = [],
  env = {},
  unwritable,
  disk
}: LaunchOptions): Promise<ElectronApplication> {
  return _electron.launch({
    timeout: START_MS,
    executablePath: executableFor(userData, unwritable, disk),
    args: [...sandboxSwitches, ...switches, project, ...given],
    env: { ...process.env, ...systemProxy(), SANAD_USER_DATA: userData, SANAD_DOCUMENTS: documents, ...env }
  })
}

function executableFor(place: string, unwritable: string | undefined, disk: SmallRoom | undefined): string {
  if (disk) return smallRoomFor(electronExecutable, disk, place)
  return unwritable === undefined ? electronExecutable : unwritableFor(electronExecutable, unwritable, place)
}

/** The system's proxy as programs find it in their environment: the canary, where one runs. Sanad must not heed it. */
export function systemProxy(proxy = process.env.SANAD_TEST_PROXY): Readonly<Record<string, string>> {
  if (proxy === undefined) return {}
  const names = ['http_proxy', 'https_proxy', 'all_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']
  return { ...Object.fromEntries(names.map((name) => [name, proxy])), auto_proxy: `${proxy}/proxy.pac` }
}
