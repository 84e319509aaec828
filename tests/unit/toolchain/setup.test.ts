import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { requireNode } from '#scripts/setup/node-version'
import { npmError } from '#scripts/setup/run'
import { installablePackages } from '#scripts/setup/system-needs'

describe('requireNode', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts %s', (version) => {
    expect(() => requireNode(version)).not.toThrow()
  })

  test.each(['18.20.0', '20.18.1'])('refuses %s and says what is needed', (version) => {
    expect(() => requireNode(version)).toThrow(`Sanad needs Node.js 20.19 or newer, and this is ${version}. Install`)
  })
})

describe('npmError', () => {
  test('gives the cause that npm states first, without its warnings and its manual', () => {
    const stderr = [
      'npm warn EBADENGINE Unsupported engine',
      'npm error code EUSAGE',
      'npm error',
      'npm error The lockfile is out of date.',
      'npm error Missing: tool@1.0.0 from lock file',
      'npm error Usage: npm ci'
    ].join('\n')
    expect(npmError({ stderr })).toBe('code EUSAGE | The lockfile is out of date. | Missing: tool@1.0.0 from lock file')
  })
})

describe('installablePackages', () => {
  test('knows a package by its candidate: on newer releases the renamed one, not the old name', () => {
    const policy = [
      'libasound2t64:',
      '  Installed: (none)',
      '  Candidate: 1.2.11-1build2',
      '  Version table:',
      '     1.2.11-1build2 500',
      'libasound2:',
      '  Installed: (none)',
      '  Candidate: (none)',
      '  Version table:',
      'unzip:',
      '  Installed: 6.0-28',
      '  Candidate: 6.0-28',
      ''
    ].join('\n')
    expect([...installablePackages(policy)]).toEqual(['libasound2t64', 'unzip'])
  })
})

describe('withLock', () => {
  let cache = ''

  /** The module with a cache folder of its own. */
  const loadLock = async (): Promise<typeof import('#scripts/setup/lock')> => {
    vi.resetModules()
    return import('#scripts/setup/lock')
  }

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'sanad-lock-'))
    vi.stubEnv('XDG_CACHE_HOME', cache)
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  })

  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    rmSync(cache, { recursive: true, force: true })
  })

  test('lets one in at a time, and leaves nothing behind', async () => {
    const { withLock } = await loadLock()
    const events: string[] = []
    const work = (name: string) => async (): Promise<void> => {
      events.push(`${name} in`)
      await new Promise((resolve) => setTimeout(resolve, 20))
      events.push(`${name} out`)
    }
    await Promise.all([withLock('job', work('a')), withLock('job', work('b'))])
    expect([events.slice(0, 2), events.slice(2)].map((pair) => pair.map((event) => event.split(' ')[0]))).toSatisfy(
      (pairs: string[][]) => pairs.every(([first, second]) => first === second)
    )
    expect(readdirSync(join(cache, 'sanad-dev', 'locks'))).toEqual([])
  })

  test('takes over from a process that died', async () => {
    const { withLock } = await loadLock()
    const { pid } = spawnSync(process.execPath, ['--version'])
    mkdirSync(join(cache, 'sanad-dev', 'locks'), { recursive: true })
    writeFileSync(join(cache, 'sanad-dev', 'locks', 'job'), String(pid))
    await expect(withLock('job', async () => 'done')).resolves.toBe('done')
  })

  test('is given back when the work fails', async () => {
    const { withLock } = await loadLock()
    const failing = withLock('job', () => Promise.reject(new Error('no space')))
    await expect(failing).rejects.toThrow('no space')
    expect(existsSync(join(cache, 'sanad-dev', 'locks', 'job'))).toBe(false)
  })
})
