import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtModule } from '#tests/support/extract-entry'

let connections = 0
const server = createServer((_request, response) => response.end()).on('connection', () => connections++)
let port = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(() => server.close())

it('refuses every way of Node to a network', async () => {
  const module = pathToFileURL(await builtModule('src/main/engine/extract/no-network.ts')).href
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'network-probe.mjs'),
    module,
    String(port)
  ])
  expect(JSON.parse(stdout)).toEqual([])
  expect(connections).toBe(0)
})

it('would be seen by the listener otherwise', async () => {
  await fetch(`http://127.0.0.1:${port}/`)
  expect(connections).toBe(1)
})
