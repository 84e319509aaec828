import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtModule } from '#tests/support/extract-entry'

type Tried = Readonly<{ open: readonly string[]; refused: readonly string[] }>

let module: string

beforeAll(async () => {
  module = pathToFileURL(await builtModule('src/main/engine/extract/no-network.ts')).href
})

async function tryWays(source: string, needs: string): Promise<Tried> {
  const probe = join(import.meta.dirname, 'network-probe.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [probe, source, needs])
  return JSON.parse(stdout)
}

describe("Node's ways to a network", () => {
  it.each(['nothing', 'threads'])('are all refused in a process that needs %s, and counted', async (needs) => {
    const { open, refused } = await tryWays(module, needs)
    expect(open).toEqual([])
    expect(refused.length).toBeGreaterThan(35)
    expect(refused).toEqual(expect.arrayContaining(['net.connect', 'globalThis.fetch', 'dns.lookup', 'child_process.spawn']))
  })

  it('are refused on the command line too, which may only start what reads documents', async () => {
    expect((await tryWays(module, 'processes')).open).toEqual(['child_process.fork', 'cluster.fork'])
  })

  it('lead somewhere where nothing refuses them', async () => {
    const { open } = await tryWays('none', '')
    expect(open.length).toBeGreaterThan(25)
  })
})
