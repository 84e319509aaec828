import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

/** The only files that may name a way out: each names it to switch it off, or to start the program's own processes. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/main/engine/extract/no-network.ts': ['network', 'processes', 'inspector'],
  'src/main/electron-guard.ts': ['electron'],
  'src/main/engine/extract/pool/child-process.ts': ['processes']
}

/** What leads out, however it is loaded: by import, by a call of import or require, by `getBuiltinModule`. */
const named = (modules: string): RegExp => new RegExp(`['"\`](?:node:)?(?:${modules})['"\`]`)
const WAYS: Readonly<Record<string, RegExp>> = {
  network: named('net|tls|dgram|dns|dns/promises|http|http2|https|undici|ws'),
  processes: named('child_process|cluster'),
  // The window has a pane of this name; the linter wants `node:` before the module's.
  inspector: /['"`]node:inspector/,
  electron:
    /\b(?:openExternal|openPath|autoUpdater|crashReporter|setAsDefaultProtocolClient|setFeedURL|downloadURL|loadExtension|startLogging)\b/,
  page: /\b(?:XMLHttpRequest|sendBeacon|RTCPeerConnection|WebTransport|EventSource|new WebSocket)\b/
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.tsx?$/.test(name))

/** Comments may speak of anything; so may the switched-off names in these files. */
const code = (file: string): string => readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

describe('ways to a network are named', () => {
  it.each(Object.keys(WAYS))('by no file outside the list (%s)', (way) => {
    const pattern = WAYS[way] ?? /$./
    // Reading what a saved script would do is the one place that knows such names as words.
    const naming = sources.filter((file) => pattern.test(code(file)) && file !== 'src/main/engine/extract/html/attempts.ts')
    expect(naming.filter((file) => !ALLOWED[file]?.includes(way) && !(way === 'page' && file.endsWith('no-network.ts')))).toEqual(
      []
    )
  })

  it('by every file of the list', () => {
    for (const [file, ways] of Object.entries(ALLOWED))
      for (const way of ways) expect(WAYS[way]?.test(code(file)), `${file}: ${way}`).toBe(true)
  })
})

it('every program that is started begins with closing its network', () => {
  const config = readFileSync(join(root, 'electron.vite.config.ts'), 'utf8')
  const entries = [...config.matchAll(/here\('(src\/(?:main|cli)\/[\w/.-]+\.ts)'\)/g)].map((match) => match[1] ?? '')
  expect(entries.length).toBeGreaterThanOrEqual(4)
  for (const entry of entries) expect(code(entry), entry).toMatch(/\bdisableNetwork\('(?:threads|processes|nothing)'/)
})
