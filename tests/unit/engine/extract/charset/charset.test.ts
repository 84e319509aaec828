import { describe, expect, it } from 'vitest'
import { charsetName, decodeText, isKnownCharset } from '#engine/extract/charset/charset'
import { prescanCharset } from '#engine/extract/charset/meta-prescan'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

/** Text as bytes of a single-byte character set. */
function encoded(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset)
  const byCharacter = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) byCharacter.set(decoder.decode(new Uint8Array([byte])), byte)
  return Uint8Array.from([...text], (character) => {
    const byte = byCharacter.get(character)
    if (byte === undefined) throw new Error(`${charset} has no ${character}`)
    return byte
  })
}

describe('prescanCharset', () => {
  it.each([
    ['<meta charset="windows-1256">', 'windows-1256'],
    ['<meta charset=utf-8>', 'utf-8'],
    ["<META CHARSET='x' >", 'x'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-6">', 'iso-8859-6'],
    ['<meta content="text/html;charset = koi8-r" http-equiv=content-type>', 'koi8-r'],
    ['<meta content="text/html; charset=utf-8">', undefined],
    ['<!-- <meta charset=a> --><meta charset=b>', 'b'],
    ['<!--><meta charset=b>', 'b'],
    ['<p title="<meta charset=a>"><meta charset=b>', 'b'],
    ['<?php x ?><!doctype html></p x><meta/charset=b>', 'b'],
    ['<metafoo charset=a><meta charset=b>', 'b'],
    ['<meta charset=a charset=b>', 'a'],
    ['<?xml version="1.0" encoding="Shift_JIS"?><html>', 'Shift_JIS'],
    ['<meta charset="never closed', 'never closed'],
    [`${' '.repeat(1020)}<meta charset=a>`, undefined],
    ['no markup at all < 3', undefined]
  ])('finds in %s %s', (head, label) => {
    expect(prescanCharset(bytes(head))).toBe(label)
  })
})

describe('decodeText', () => {
  const PERSIAN = 'سازمان‌های حقوق بشر می‌گويند ژاله و چند تن ديگر از پيگيری گور عزيزان خود دست نکشيده‌اند. '.replace('ی ', 'ي ')

  it.each([1, 2, 20, 400])('reads Persian in windows-1256, %s times over', async (times) => {
    const text = PERSIAN.replaceAll('ی', 'ي').repeat(times)
    expect(await decodeText(encoded(text, 'windows-1256'), null, false)).toEqual({ text, charset: 'windows-1256' })
  })

  it('reads Persian in windows-1256 that stands in a page of markup and English', async () => {
    const text = `<html><body>${'<div class="english">words of the menu</div>\n'.repeat(2000)}<p>${PERSIAN.replaceAll('ی', 'ي')}</p>${'<br>\n'.repeat(2000)}`
    expect((await decodeText(encoded(text, 'windows-1256'), null, true)).charset).toBe('windows-1256')
  })

  it('lets a chosen character set win, also over a declaration, and an unknown one not', async () => {
    const page = encoded('<meta charset="windows-1252"><p>Привет</p>', 'windows-1251')
    expect((await decodeText(page, 'windows-1251', true)).text).toContain('Привет')
    expect((await decodeText(page, 'no-such-set', true)).charset).toBe('windows-1252')
  })

  it.each(['utf-16le', 'utf-16be'])('knows %s without a mark by its NUL bytes', async (charset) => {
    for (const text of ['Plain English words. ', 'گزارش روزانه از زندان. ', '昨日の記録。 証言です。 ']) {
      const little = new Uint8Array(Buffer.from(text.repeat(20), 'utf16le'))
      const data = charset === 'utf-16le' ? little : new Uint8Array(Buffer.from(little).swap16())
      expect(await decodeText(data, null, false)).toEqual({ text: text.repeat(20), charset })
    }
  })

  it('takes the mark off', async () => {
    expect(await decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), null, false)).toEqual({ text: 'a', charset: 'utf-8' })
    expect(await decodeText(new Uint8Array([0xff, 0xfe, 0x61, 0x00]), null, false)).toEqual({ text: 'a', charset: 'utf-16le' })
  })

  it('shows a stray byte in UTF-8 as damage, not as another character set', async () => {
    const text = `${'Les élèves étaient à l’école. '.repeat(20)}`
    const data = new Uint8Array([...Buffer.from(text), 0xff, ...Buffer.from(text)])
    expect(await decodeText(data, null, false)).toEqual({ text: `${text}\ufffd${text}`, charset: 'utf-8' })
  })
})

describe('isKnownCharset', () => {
  it('knows the labels of the Encoding standard and nothing else', () => {
    expect(['utf-8', 'windows-1256', ' LATIN1 ', 'cp1251', 'shift_jis', 'gb18030'].every(isKnownCharset)).toBe(true)
    expect(['', 'utf-7', 'replacement', 'x', '../etc'].some(isKnownCharset)).toBe(false)
    expect(charsetName('iso-8859-1')).toBe('windows-1252')
  })
})
