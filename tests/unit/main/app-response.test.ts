import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appResponse } from '#main/app-response'
import { temporaryFolder } from '#tests/support/temporary'

it('serves the page with a new nonce each time, in the policy and where the component library looks for it', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>x</title></head></html>')
  const nonces = new Set<string>()
  for (let load = 0; load < 3; load += 1) {
    const response = await appResponse(folder, 'sanad://app/')
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
    expect(nonce.length).toBeGreaterThanOrEqual(22)
    expect(await response.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}" />`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
})

it('serves its files with their types and is 404 for the rest', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'app', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'app', 'assets', 'a.css'), 'p{}')
  writeFileSync(join(folder, 'secret.json'), '{}')
  const found = await appResponse(join(folder, 'app'), 'sanad://app/assets/a.css')
  expect([found.status, found.headers.get('content-type'), await found.text()]).toEqual([200, 'text/css; charset=utf-8', 'p{}'])
  expect(found.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  for (const path of ['missing.js', '..%2fsecret.json', '%2e%2e/secret.json', 'assets']) {
    expect((await appResponse(join(folder, 'app'), `sanad://app/${path}`)).status).toBe(404)
  }
})
