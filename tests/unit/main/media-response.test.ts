import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plainFile } from '#engine/sealed/stored-file'
import { mediaResponse } from '#main/media-response'
import { parseMadeView } from '#main/page-address'
import { temporaryFolder } from '#tests/support/temporary'

describe('sound and film', () => {
  const sound = () => {
    const file = join(temporaryFolder(), 'sound')
    writeFileSync(file, 'abcdefghij')
    return { file: plainFile(file), mediaType: 'audio/mpeg', sizeBytes: 10 }
  }

  it('comes whole, under a policy that lets it do nothing', async () => {
    const response = mediaResponse(sound(), null)
    expect([response?.status, await response?.text()]).toEqual([200, 'abcdefghij'])
    expect(response?.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'")
    expect(response?.headers.get('cache-control')).toBe('no-store')
  })

  it('comes in the stretch that is asked for', async () => {
    const response = mediaResponse(sound(), 'bytes=2-4')
    expect([response?.status, await response?.text()]).toEqual([206, 'cde'])
    expect(response?.headers.get('content-range')).toBe('bytes 2-4/10')
    expect(mediaResponse(sound(), 'bytes=10-')?.status).toBe(416)
  })

  it.each(['text/html', 'image/svg+xml', 'application/pdf', 'audio/x-scpls'])('is not served as %s', (mediaType) => {
    expect(mediaResponse({ ...sound(), mediaType }, null)).toBeUndefined()
  })
})

describe('parseMadeView', () => {
  it('knows pages and the medium', () => {
    expect(parseMadeView('page:3:1280')).toEqual({ kind: 'bitmap', page: 3, width: 1280 })
    expect(parseMadeView('media')).toEqual({ kind: 'media' })
  })

  it.each(['page:0:5', 'page:1:0', 'page:1:99999', 'page:1', 'page:-1:5', 'page:1:5:6', 'Media', 'media/x'])(
    'knows nothing of %s',
    (key) => expect(parseMadeView(key)).toBeUndefined()
  )
})
