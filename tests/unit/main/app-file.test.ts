import { posix } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findAppFile } from '#main/app-file'

describe('findAppFile', () => {
  it.each([
    ['sanad://app/', 'index.html', 'text/html; charset=utf-8'],
    ['sanad://app/assets/index-1a2b.js', 'assets/index-1a2b.js', 'text/javascript; charset=utf-8'],
    ['sanad://app/assets/a%20b.woff2?x#y', 'assets/a b.woff2', 'font/woff2']
  ])('finds %s', (address, path, mediaType) => {
    expect(findAppFile(address)).toEqual({ path, mediaType })
  })

  it.each([
    'sanad://app/..%2f..%2fsecret.json',
    'sanad://app/a%5c..%5cb.js',
    'sanad://app/%2fetc%2fx.css',
    'sanad://app//etc/x.css',
    'sanad://app/a%00.html',
    'sanad://app/%E0%A4%A.html',
    'sanad://app/index.js.map',
    'sanad://app/archive.db',
    'sanad://app/assets/',
    'sanad://other/index.html',
    'sanad://app:80/index.html',
    'https://app/index.html',
    'sanad-page://app/index.html',
    'file:///etc/passwd.html',
    'nonsense'
  ])('does not find %s', (address) => {
    expect(findAppFile(address)).toBeUndefined()
  })

  it('never leaves its folder, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '.', '%2e', '%2f', '/', '\\', '%5c', 'a', '%00', 'x.html', '%25')), (parts) => {
        const file = findAppFile(`sanad://app/${parts.join('')}`)
        if (file !== undefined) expect(posix.join('/root', file.path).startsWith('/root/')).toBe(true)
      })
    )
  })
})
