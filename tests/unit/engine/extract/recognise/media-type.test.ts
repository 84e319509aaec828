import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { isTextType, recogniseMediaType } from '#engine/extract/recognise/media-type'
import { zipFile } from '#tests/support/zip-file'

const typeOf = (content: string | Uint8Array, name: string, middle: Uint8Array = new Uint8Array(0)): Promise<string> =>
  recogniseMediaType(typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'utf8')) : content, middle, name)

const binary = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.padEnd(512, '00'), 'hex'))

describe('recogniseMediaType', () => {
  it.each([
    ['plain words', 'a.txt', 'text/plain'],
    ['plain words', 'no extension', 'text/plain'],
    ['plain words', 'a.docx', 'text/plain'],
    ['# Title\n\nwords', 'a.md', 'text/markdown'],
    ['# Title\n\nwords', 'a.txt', 'text/plain'],
    ['<!DOCTYPE html><p>x', 'a.txt', 'text/html'],
    ['\ufeff\n <!-- saved --> <HTML><p>x', 'a', 'text/html'],
    ['<!-- a comment longer than the head', 'a.bin', 'text/html'],
    ['<p>fragment</p>', 'a', 'text/html'],
    ['<a few words in brackets> and more', 'a.txt', 'text/plain'],
    ['<b>bold</b> start', 'a.md', 'text/markdown'],
    ['Words before <p>markup</p>', 'a.html', 'text/html'],
    ['Words and no markup', 'a.html', 'text/plain'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="y">', 'a', 'application/xhtml+xml'],
    ['<?xml version="1.0"?><root/>', 'a', 'application/xml'],
    ['<?xml version="1.0"?><rss/>', 'a.rss', 'application/rss+xml'],
    ['<?xml version="1.0"?><!-- c --><svg xmlns="y">', 'a.xml', 'image/svg+xml'],
    ['<svg xmlns="y"></svg>', 'a.txt', 'image/svg+xml'],
    ['a,b\n1,2\n', 'a.csv', 'text/csv'],
    ['{"a": 1}', 'a', 'application/json'],
    ['{curly} words are not data', 'a', 'text/plain'],
    ['{\\rtf1 x}', 'a.txt', 'application/rtf'],
    ['%PDF-1.4\nplain so far', 'a.txt', 'application/pdf'],
    ['%!PS-Adobe\n', 'a.txt', 'application/postscript'],
    ['WARC/1.0\r\nWARC-Type: x\r\n', 'a.txt', 'application/warc'],
    ['Received: by x\nMessage-ID: <1>\nFrom: a\nSubject: b\n\nbody', 'a.txt', 'message/rfc822'],
    ['From: a\nTo: b\nDate: c\nSubject: d\n\nA letter.', 'a.txt', 'text/plain'],
    ['From a@b.org Wed Dec  9 10:00:00 2020\nReceived: x\nMessage-ID: <1>\nFrom: a\n\nbody', 'a', 'application/mbox'],
    ['filedesc://x.arc 0.0.0.0 20200101000000 text/plain 77\n', 'a', 'application/x-internet-archive'],
    [
      '<?xml version="1.0"?>\n<plist version="1.0"><dict><key>WebMainResource</key><dict>',
      'a.webarchive',
      'application/x-webarchive'
    ],
    [
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\nA page in one file.\n\n--x\nContent-Type: text/html\n',
      'a.mht',
      'multipart/related'
    ],
    ['From: a\nSubject: b\n\nA message of few words.', 'a.eml', 'message/rfc822'],
    ['From: a\nno header at all\n\nbody', 'a.eml', 'message/rfc822'],
    ['Words and nothing else\n', 'a.eml', 'text/plain'],
    ['\ufeff\r\nReceived: by x\nMessage-ID: <1>\nFrom: a\n\nbody', 'a', 'message/rfc822'],
    ['From a@b.org Wed Dec  9 10:00:00 2020\nReceived: x\nFrom: a\n\nbody', 'a.eml', 'message/rfc822'],
    ['From here the road is seen, and the valley\nFrom: a\nTo: b\n\nwords', 'a', 'text/plain'],
    ['From here on 9 December all was quiet in the town.\n\nAnd so on.', 'a.txt', 'text/plain'],
    ['120\nMessage-ID: <1>\nMIME-Version: 1.0\nFrom: a\n\nbody', 'a.emlx', 'message/x-emlx'],
    ['120\nwords\n', 'a.txt', 'text/plain'],
    ['To: b\nMessage-ID: <1>\nContent-Type: multipart/related; type="text/html"\n\n', 'a', 'message/rfc822'],
    [
      'From: x\nSubject: y\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"\n\n',
      'a.mht',
      'multipart/related'
    ],
    [
      'From: "Saved by Internet Explorer 11"\nSubject: x\nDate: y\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Location: https://example.org/\n\n<p>',
      'a.mht',
      'multipart/related'
    ],
    [
      'From: a\nTo: b\nMessage-ID: <1>\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=x\n\n--x\nContent-Type: text/html\n',
      'a.eml',
      'message/rfc822'
    ],
    [
      'Message-ID: <1>\nMIME-Version: 1.0\nFrom: a\nContent-Transfer-Encoding: binary\n\n\0\u0001\u0002\u0003',
      'a',
      'message/rfc822'
    ],
    [
      'From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\nSubject: x\nDate: y\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n\n',
      'a.mhtml',
      'multipart/related'
    ]
  ])('knows %j named %s as %s', async (content, name, type) => {
    expect(await typeOf(content, name)).toBe(type)
  })

  it.each([
    ['89504e470d0a1a0a0000000d49484452', 'image/png'],
    ['ffd8ffe000104a46494600010100', 'image/jpeg'],
    ['d0cf11e0a1b11ae1', 'application/x-cfb'],
    ['1f8b0800000000000003', 'application/gzip'],
    ['2142444e', 'application/vnd.ms-outlook-pst'],
    ['cfad12fec5fd746f', 'application/x-outlook-express-store'],
    ['000100005374616e64617264204a657420444200', 'application/x-msaccess'],
    ['ff575043', 'application/vnd.wordperfect'],
    ['31be000000ab', 'application/x-mswrite'],
    ['e4525c7b8cd8a74daeb15378d02996d3', 'application/onenote'],
    ['53514c69746520666f726d6174203300', 'application/x-sqlite3'],
    ['377abcaf271c0004', 'application/x-7z-compressed'],
    ['526172211a0700', 'application/x-rar-compressed'],
    ['526172211a070100', 'application/x-rar-compressed'],
    ['4d5a9000', 'application/x-msdownload'],
    ['774f463200010000', 'font/woff2'],
    ['38425053', 'image/vnd.adobe.photoshop'],
    ['4954534603000000', 'application/vnd.ms-htmlhelp'],
    ['41542654464f524d00000000444a5655', 'image/vnd.djvu'],
    ['414331303135', 'image/vnd.dwg'],
    ['425a6839314159265359', 'application/x-bzip2'],
    ['fd377a585a0000', 'application/x-xz'],
    ['0001020304050607', 'application/octet-stream']
  ])('knows the bytes %s as %s, whatever the name', async (hex, type) => {
    expect(await typeOf(binary(hex), 'letter.txt')).toBe(type)
  })

  it('knows the image of a disk by what stands behind its first sectors', async () => {
    const image = new Uint8Array(40_000)
    image.set(Buffer.from('CD001'), 0x8001)
    expect(await typeOf(image, 'a.iso')).toBe('application/x-iso9660-image')
  })

  it.each([
    ['BEGIN:VCARD\nFN:Kaveh\n', 'a.vcf', 'text/vcard'],
    ['BEGIN:VCALENDAR\n', 'a.ics', 'text/calendar'],
    ['<?xml version="1.0"?><gpx/>', 'a.gpx', 'application/gpx+xml'],
    ['<?xml version="1.0"?><kml/>', 'a.kml', 'application/vnd.google-earth.kml+xml'],
    ['{"type": "FeatureCollection"}', 'a.geojson', 'application/geo+json'],
    ['WEBVTT\n\n00:01.000', 'a.vtt', 'text/vtt'],
    ['\\\\documentclass{article}', 'a.tex', 'text/x-tex']
  ])('knows %j named %s as text', async (content, name, type) => {
    expect(await typeOf(content, name)).toBe(type)
    expect(isTextType(type)).toBe(true)
  })

  it('looks into the middle of a long file', async () => {
    const script = new Uint8Array(Buffer.from('#!/bin/sh\n# self-extracting\n'))
    expect(
      await typeOf(
        script,
        'a.run',
        Uint8Array.from({ length: 4096 }, (_, at) => at & 255)
      )
    ).not.toMatch(/^text/)
    expect(await typeOf(script, 'a.run', new Uint8Array(Buffer.from('echo words\n')))).toBe('text/plain')
  })

  it('is sure of an empty file', async () => {
    expect(await typeOf('', 'a.txt')).toBe('application/x-empty')
  })
})

describe('types that share a container', () => {
  const record = gzipSync('WARC/1.1\r\nWARC-Type: warcinfo\r\n\r\n')
  const book = { name: 'META-INF/container.xml', content: '<container/>' }

  it.each([
    [zipFile([{ name: 'mimetype', content: 'application/epub+zip' }, book]), 'a.zip', 'application/epub+zip'],
    [zipFile([{ name: 'a.opf' }, { name: 'archive/notes.txt' }]), 'a.epub', 'application/epub+zip'],
    [zipFile([{ name: 'archive/data.warc.gz', content: record, method: 'stored' }]), 'a.zip', 'application/wacz'],
    [zipFile([{ name: 'inner.epub', content: zipFile([book]), method: 'stored' }]), 'a.zip', 'application/zip'],
    [zipFile([{ name: 'Pictures/a.png' }, { name: 'content.xml' }]), 'a.odt', 'application/vnd.oasis.opendocument.text'],
    [zipFile([{ name: 'Pictures/a.png' }, { name: 'content.xml' }]), 'a.zip', 'application/zip'],
    [zipFile([{ name: 'letter.txt' }]), 'a.odt', 'application/zip'],
    [record, 'a.gz', 'application/warc'],
    [gzipSync('words'), 'a.warc.gz', 'application/gzip'],
    [Buffer.concat([Buffer.from('WARC/1.0\r\n'), Buffer.alloc(1000)]), 'a', 'application/warc'],
    [Buffer.from('bplist00\xd1\x01\x02_\x10\x0fWebMainResource', 'latin1'), 'a', 'application/x-webarchive'],
    [Buffer.from('bplist00\xd1\x01\x02_\x10\x0fSomethingElse!!', 'latin1'), 'a', 'application/octet-stream']
  ])('case %# is known', async (bytes, name, type) => {
    expect(await typeOf(bytes, name)).toBe(type)
  })
})
