import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { pageBase, parsePageAddress } from '#main/page-address'
import { documentIdSchema } from '#shared/model/ids'

const seven = v.parse(documentIdSchema, 7)

describe('parsePageAddress', () => {
  it("knows a document's page", () => {
    expect(parsePageAddress('sanad-page://d7/')).toEqual({ id: 7, origin: 'sanad-page://d7', key: null })
    expect(parsePageAddress(pageBase(seven))?.key).toBeNull()
  })

  it('knows a resource by its decoded key', () => {
    expect(parsePageAddress('sanad-page://d7/a%20b_files/%D8%B3%D9%86%D8%AF.png?v=1#x')?.key).toBe('a b_files/سند.png')
    expect(parsePageAddress('sanad-page://d7/embedded:3')?.key).toBe('embedded:3')
    for (const key of ['https://a.example/b?c=1', 'cid:a@b', 'file:///C:/pages/a.png'])
      expect(parsePageAddress(`sanad-page://d7/${encodeURIComponent(key)}`)?.key).toBe(key)
  })

  it.each([
    'sanad-page://7/',
    'sanad-page://d0/',
    'sanad-page://d-1/',
    'sanad-page://d07/',
    'sanad-page://d99999999999999999999/',
    'sanad-page://d9007199254740993/',
    'sanad-page://d7.evil/',
    'sanad-page://d7:1/',
    'sanad-page://d7/a/%2e%2e/b.png%00',
    'sanad-page://d7/..%2f..%2fetc%2fpasswd',
    'sanad-page://d7/a%5cb.png',
    'sanad-page://d7//x.png',
    'sanad-page://d7/%zz',
    `sanad-page://d7/${'a'.repeat(9000)}`,
    'sanad://app/',
    'https://d7/',
    ''
  ])('refuses %s', (address) => {
    expect(parsePageAddress(address)).toBeUndefined()
  })

  it('takes back every key that the window encodes', () => {
    const segment = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((part) => part !== '.' && part !== '..' && !/[\\/\0]/.test(part))
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const address = pageBase(seven) + segments.map(encodeURIComponent).join('/')
        expect(parsePageAddress(address)?.key).toBe(segments.join('/'))
      })
    )
  })
})
