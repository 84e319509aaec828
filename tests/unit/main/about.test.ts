import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isDevelopmentRuntime } from '#main/about'
import { temporaryFolder } from '#tests/support/temporary'

/** A runtime's resources with a default app of this name; Electron reads the archive as a folder, so a folder stands for it. */
function resourcesWith(name: string): string {
  const resources = temporaryFolder()
  mkdirSync(join(resources, 'default_app.asar'))
  writeFileSync(join(resources, 'default_app.asar', 'package.json'), JSON.stringify({ name }))
  return resources
}

/** An app whose package.json says this of its runtime. */
function appOn(runtime: string | undefined): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'sanad', runtime }))
  return folder
}

describe('the development runtime', () => {
  it('is known by the default app that the set-up put into it', () => {
    expect(isDevelopmentRuntime(resourcesWith('sanad-default-app'), appOn(undefined))).toBe(true)
  })

  it('is not seen in an official runtime, nor in a packaged program', () => {
    expect(isDevelopmentRuntime(resourcesWith('electron'), appOn(undefined))).toBe(false)
    expect(isDevelopmentRuntime(temporaryFolder(), appOn('official'))).toBe(false)
  })

  it('is known in a package by what was written into it, since the default app is gone', () => {
    expect(isDevelopmentRuntime(temporaryFolder(), appOn('development'))).toBe(true)
  })

  it('is called so by the set-up, in the same words', () => {
    const manifest: unknown = JSON.parse(readFileSync('scripts/setup/default-app/package.json', 'utf8'))
    expect(manifest).toMatchObject({ name: 'sanad-default-app' })
  })
})
