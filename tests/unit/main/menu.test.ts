import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { type MenuActions, type MenuState, menuTemplate } from '#main/menu'
import { shortcut } from '#renderer/app/shortcuts.ts'
import { MENU_COMMANDS } from '#shared/contract'

function recorded() {
  const done: unknown[] = []
  const note =
    (name: string) =>
    (...details: unknown[]): void =>
      void done.push([name, ...details])
  const actions: MenuActions = {
    command: note('command'),
    newArchive: note('newArchive'),
    openArchive: note('openArchive'),
    openRecent: note('openRecent'),
    revealArchive: note('revealArchive'),
    closeArchive: note('closeArchive'),
    lock: note('lock'),
    setTheme: note('setTheme')
  }
  return { actions, done }
}

const open: MenuState = {
  archive: {
    open: { name: 'A', directory: '/A.sanad', encrypted: false, isReadOnly: false, unfinishedChange: null },
    locked: null,
    unprotected: null,
    recents: [
      { name: 'A & B', directory: '/A.sanad', missing: false },
      { name: 'Gone', directory: '/Gone.sanad', missing: true }
    ],
    problem: null
  },
  covered: false,
  theme: 'dark',
  platform: 'linux',
  allowDevTools: false
}

function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])
}

/** Chooses an entry as a person would. The entries here look at none of the arguments Electron gives. */
function choose(item: MenuItemConstructorOptions | undefined): void {
  const click: unknown = item?.click
  if (typeof click !== 'function') throw new Error(`nothing happens at ${item?.label}`)
  click()
}

describe('the application menu', () => {
  it('sends every menu command of the contract from some entry', () => {
    const { actions, done } = recorded()
    for (const item of items(menuTemplate(open, actions))) if (item.click !== undefined) choose(item)
    const sent = done
      .filter((entry) => Array.isArray(entry) && entry[0] === 'command')
      .map((entry) => Array.isArray(entry) && entry[1])
    expect(new Set(sent)).toEqual(new Set(MENU_COMMANDS))
  })

  it('names the keys that the list of shortcuts names', () => {
    const { actions, done } = recorded()
    for (const item of items(menuTemplate(open, actions))) {
      if (item.click === undefined || item.accelerator === undefined) continue
      choose(item)
      const command = MENU_COMMANDS.find((one) => JSON.stringify(done.at(-1)) === JSON.stringify(['command', one]))
      if (command !== undefined) expect(shortcut(command).keys).toContain(String(item.accelerator).replace('CmdOrCtrl', 'Mod'))
    }
  })

  it('gives no two entries the same keys', () => {
    const keys = items(menuTemplate(open, recorded().actions)).flatMap(({ accelerator }) =>
      accelerator ? [String(accelerator)] : []
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('opens recent archives by their place, with & shown as it is and missing ones out of reach', () => {
    const { actions, done } = recorded()
    const recent = items(menuTemplate(open, actions)).filter(({ sublabel }) => sublabel !== undefined)
    expect(recent.map(({ label, enabled }) => [label, enabled])).toEqual([
      ['A && B', true],
      ['Gone', false]
    ])
    choose(recent[0])
    expect(done).toEqual([['openRecent', 0]])
  })

  it('offers what needs an archive only when one is open', () => {
    const closed = { ...open, archive: { ...open.archive, open: null, recents: [] } }
    const disabled = items(menuTemplate(closed, recorded().actions)).filter(({ enabled }) => enabled === false)
    expect(disabled.map(({ label }) => label)).toEqual([
      'Import a folder…',
      'Import files…',
      'None yet',
      'Show archive in file manager…',
      'Close archive',
      'Hide everything now'
    ])
  })

  it('tells of no archive and leads to none while the window is covered', () => {
    const entries = items(menuTemplate({ ...open, covered: true }, recorded().actions))
    expect(entries.map(({ label }) => label)).toEqual(['File', 'Quit Sanad'])
  })

  it('names archives but no places while one is locked, and can still close it', () => {
    const archive = { ...open.archive, open: null, locked: { name: 'A', directory: '/A.sanad', isOther: false } }
    const entries = items(menuTemplate({ ...open, archive }, recorded().actions))
    expect(entries.some(({ sublabel }) => sublabel !== undefined)).toBe(false)
    expect(entries.find(({ label }) => label === 'Close archive')?.enabled).toBe(true)
    expect(entries.find(({ label }) => label === 'Hide everything now')?.enabled).toBe(false)
  })

  it('locks an archive that has a passphrase, and says so', () => {
    const archive = {
      ...open.archive,
      open: { name: 'A', directory: '/A.sanad', encrypted: true, isReadOnly: false, unfinishedChange: null }
    }
    const { actions, done } = recorded()
    choose(items(menuTemplate({ ...open, archive }, actions)).find(({ label }) => label === 'Lock now'))
    expect(done).toEqual([['lock']])
  })

  it('marks the theme that holds, and has the developer tools only outside a package', () => {
    const entries = items(menuTemplate(open, recorded().actions))
    expect(entries.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Dark'])
    expect(entries.some(({ role }) => role === 'toggleDevTools')).toBe(false)
    expect(
      items(menuTemplate({ ...open, allowDevTools: true }, recorded().actions)).some(({ role }) => role === 'toggleDevTools')
    ).toBe(true)
  })
})
