import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pathsOnCommandLine, pathsPassed, readEnvironment } from '#main/environment'

describe('readEnvironment', () => {
  it('makes folders absolute and takes empty values as absent', () => {
    const environment = readEnvironment({ SANAD_USER_DATA: 'data', SANAD_ARCHIVE: '', SANAD_DOCUMENTS: '/documents' }, true)
    expect(environment).toEqual({ userData: resolve('data'), archive: undefined, documents: '/documents', devUrl: undefined })
  })

  it('heeds a development server only outside a package', () => {
    const variables = { ELECTRON_RENDERER_URL: 'http://localhost:5173' }
    expect(readEnvironment(variables, false).devUrl).toBe('http://localhost:5173')
    expect(readEnvironment(variables, true).devUrl).toBeUndefined()
  })
})

describe('paths on the command line', () => {
  it('are made absolute where the program was started, without switches and without the program itself', () => {
    expect(pathsOnCommandLine(['electron', '--no-sandbox', '/program', 'here', '/there'], false, '/home')).toEqual([
      '/home/here',
      '/there'
    ])
    expect(pathsOnCommandLine(['sanad', '--x=1', 'here'], true, '/home')).toEqual(['/home/here'])
    expect(pathsOnCommandLine(['electron', '/program'], false, '/home')).toEqual([])
  })

  it('come from a second start only in the shape that it sends', () => {
    expect(pathsPassed({ paths: ['/a'] })).toEqual(['/a'])
    for (const passed of [null, undefined, 'x', {}, { paths: '/a' }]) expect(pathsPassed(passed)).toEqual([])
  })
})
