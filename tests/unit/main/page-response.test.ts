import { describe, expect, it } from 'vitest'
import { framedPageResponse, pageResponse, resourceResponse } from '#main/page-response'

describe('what is served of a document', () => {
  it('puts the page under its own policy and in no cache', async () => {
    const response = framedPageResponse('<p>x', 'sanad-page://d7', 'sanad://app')
    expect(response.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'")
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toBe('<p>x')
  })

  it('serves raster pictures and style sheets as what they are', async () => {
    const picture = resourceResponse({ mediaType: 'image/png', body: new Uint8Array([1, 2, 3]) })
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
    expect(resourceResponse({ mediaType: 'text/css', body: 'p{}' }).headers.get('content-type')).toBe('text/css; charset=utf-8')
  })

  it.each(['image/svg+xml', 'text/html', 'application/xhtml+xml', 'text/javascript', 'application/pdf', 'IMAGE/PNG', ''])(
    'serves nothing of type "%s", even when the archive hands it over',
    (mediaType) => {
      expect(resourceResponse({ mediaType, body: '<svg onload=alert(1)>' }).status).toBe(404)
    }
  )

  it('does not trouble the archive with addresses that make no sense', async () => {
    let asked = 0
    const engine = () => {
      asked += 1
      return Promise.reject(new Error('no archive'))
    }
    const response = await pageResponse(
      { engine, embedder: 'sanad://app', onShown: () => undefined },
      'sanad-page://d7/..%2fsecret'
    )
    expect([response.status, asked]).toEqual([404, 0])
  })
})
