import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createEventHub } from '#main/event-hub'
import { openJsonFile } from '#main/json-file'
import { openSettings } from '#main/settings'
import { settingsSchema } from '#shared/model/app'
import { temporaryFolder } from '#tests/support/temporary'
import { testLog } from '#tests/support/test-log'

const defaults = v.parse(settingsSchema, {})

describe('settings', () => {
  it('are the defaults at first, and come back after a restart as they were left', async () => {
    const folder = temporaryFolder()
    const { log } = testLog(folder)
    const first = openSettings(folder, createEventHub(), log)
    expect(first.get()).toEqual(defaults)
    first.set({ theme: 'dark', paneSizes: { list: 30 } })
    first.set({ readingSize: 20 })
    await first.flush()
    const again = openSettings(folder, createEventHub(), log)
    expect(again.get()).toEqual({ ...defaults, theme: 'dark', paneSizes: { list: 30 }, readingSize: 20 })
  })

  it('tell everybody, with all settings', async () => {
    const folder = temporaryFolder()
    const events = createEventHub()
    const heard: unknown[] = []
    events.on('settings.changed', (settings) => heard.push(settings))
    const settings = openSettings(folder, events, testLog(folder).log)
    settings.set({ layout: 'rtl' })
    expect(heard).toEqual([{ ...defaults, layout: 'rtl' }])
    await settings.flush()
  })

  it.each(['{"theme":', '7', '{"theme":"purple"}', '{"readingSize":1e9}', '\0\0', ''])(
    'fall back to the defaults for a damaged file (%j), keep it aside and say so in the log',
    (text) => {
      const folder = temporaryFolder()
      const { log, written } = testLog(folder)
      writeFileSync(join(folder, 'settings.json'), text)
      expect(openSettings(folder, createEventHub(), log).get()).toEqual(defaults)
      expect(readFileSync(join(folder, 'settings.json.bad'), 'utf8')).toBe(text)
      expect(written()).toContain('defaults are used')
    }
  )

  it('are readable by their owner only, and leave nothing half-written behind', async () => {
    const folder = temporaryFolder()
    const settings = openSettings(join(folder, 'new', 'folder'), createEventHub(), testLog(folder).log)
    settings.set({ theme: 'light' })
    await settings.flush()
    expect(readdirSync(join(folder, 'new', 'folder'))).toEqual(['settings.json'])
    if (process.platform !== 'win32') expect(statSync(join(folder, 'new', 'folder', 'settings.json')).mode & 0o077).toBe(0)
  })
})

describe('a settings file', () => {
  const schema = v.object({ n: v.optional(v.number(), 0) })

  it('ends as the last of many quick changes', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'n.json')
    const file = openJsonFile(path, schema, testLog(folder).log)
    for (let n = 1; n <= 200; n += 1) {
      file.write({ n })
      if (n % 50 === 0) await file.flush()
    }
    await file.flush()
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ n: 200 })
  })

  it('survives a crash in the middle of an earlier write', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'n.json'), '{"n":5}')
    writeFileSync(join(folder, 'n.json.new'), '{"n"')
    expect(openJsonFile(join(folder, 'n.json'), schema, testLog(folder).log).read()).toEqual({ n: 5 })
  })

  it('keeps the program running when it can not be written, and says so in the log', async () => {
    const folder = temporaryFolder()
    const { log, written } = testLog(folder)
    mkdirSync(join(folder, 'n.json.new'))
    const file = openJsonFile(join(folder, 'n.json'), schema, log)
    file.write({ n: 1 })
    await file.flush()
    expect(file.read()).toEqual({ n: 1 })
    expect(written()).toContain('could not be written')
    expect(existsSync(join(folder, 'n.json'))).toBe(false)
  })
})
