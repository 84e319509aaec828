import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export type FakeOpeners = Readonly<{
  /** For the environment of the program: its search path, with these programs first. */
  env: Readonly<Record<string, string>>
  /** Whether one of them was started. */
  wasStarted: () => boolean
}>

/** Programs by which Linux opens an address or a file in another program: here each leaves a mark and does nothing. */
const OPENERS = [
  'xdg-open',
  'gio',
  'gvfs-open',
  'kde-open',
  'kde-open5',
  'exo-open',
  'sensible-browser',
  'x-www-browser',
  'xdg-email'
]

/** Puts them into a new folder. */
export function fakeOpeners(folder: string): FakeOpeners {
  const mark = join(folder, 'was started')
  mkdirSync(folder)
  for (const name of OPENERS) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "$0 $@" >> "${mark}"\n`)
    chmodSync(join(folder, name), 0o755)
  }
  return { env: { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` }, wasStarted: () => existsSync(mark) }
}
