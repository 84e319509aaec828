import { describe, expect, it } from 'vitest'
import { keepOutOfRecents } from '#main/desktop-recents'

describe('keeping chosen paths out of the desktop’s list', () => {
  it('moves the person’s data folder to the front of those that are only read, and puts all back', () => {
    const variables = { XDG_DATA_HOME: '/person/data', XDG_DATA_DIRS: '/one:/two', HOME: '/person' }
    const before = { ...variables }
    const giveBack = keepOutOfRecents(variables, 'linux', '/person')
    expect(variables).toEqual({ XDG_DATA_HOME: '/dev/null/none', XDG_DATA_DIRS: '/person/data:/one:/two', HOME: '/person' })
    giveBack()
    expect(variables).toEqual(before)
  })

  it('takes what holds where nothing is set, and leaves nothing set', () => {
    const variables: Record<string, string | undefined> = {}
    const giveBack = keepOutOfRecents(variables, 'linux', '/person')
    expect(variables.XDG_DATA_DIRS).toBe('/person/.local/share:/usr/local/share/:/usr/share/')
    giveBack()
    expect(Object.keys(variables)).toEqual([])
  })

  it.each(['darwin', 'win32'] as const)('does nothing on %s', (platform) => {
    const variables = {}
    keepOutOfRecents(variables, platform, '/person')()
    expect(variables).toEqual({})
  })
})
