import { describe, expect, it } from 'vitest'
import { headerParameters } from '#engine/extract/mail/header-parameters'
import { headerText } from '#engine/extract/mail/header-text'
import { mailDate } from '#engine/extract/mail/mail-date'
import { messageHead } from '#engine/extract/mail/message-head'
import { readHead } from '#engine/extract/mail/read-head'

const latin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
const headOf = (text: string) => readHead(Buffer.from(text, 'utf8'))

describe('headerText', () => {
  it.each([
    ['plain words', 'plain words'],
    ['=?utf-8?q?caf=C3=A9_noir?=', 'café noir'],
    ['=?UTF-8?B?2LPZhNin2YU=?= and on', 'سلام and on'],
    ['=?utf-8?b?2LPZ?= =?utf-8?b?hNin2YU=?=', 'سلام'],
    ['=?utf-8?q?a?=  =?utf-8?q?b?=', 'ab'],
    ['=?utf-8?q?a?= x =?utf-8?q?b?=', 'a x b'],
    ['=?utf-8?q?a?==?iso-8859-1?q?=E9?=', 'aé'],
    ['=?utf-8*fr?q?caf=C3=A9?=', 'café'],
    ['=?iso-8859-1?q?caf=C3=A9?=', 'café'],
    ['=?utf-8?q?caf=E9?=', 'café'],
    ['=?windows-1256?B?08fj?=', 'سام'],
    ['=?no-such-set?q?abc?=', 'abc'],
    ['=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=', '日本'],
    ['=?utf-8?q?broken', '=?utf-8?q?broken'],
    [latin1('فهرست'), 'فهرست'],
    ['caf\xe9', 'café'],
    ['a\r\n b\0c', 'a  b c']
  ])('reads %j as %j', (value, text) => {
    expect(headerText(value, 'windows-1252')).toBe(text)
  })

  it('reads bytes that say nothing in the character set of the message', () => {
    expect(headerText('\xd3\xe1\xc7\xe3', 'windows-1256')).toBe('سلام')
  })
})

describe('headerParameters', () => {
  const read = (header: string) => {
    const { value, parameters } = headerParameters(header, 'windows-1252')
    return [value, Object.fromEntries(parameters)]
  }

  it.each([
    ['text/plain', 'text/plain', {}],
    ['Text/HTML; Charset="UTF-8"', 'text/html', { charset: 'UTF-8' }],
    ['text/plain (words) ; charset=utf-8', 'text/plain', { charset: 'utf-8' }],
    ['text/html charset=utf-8', 'text/html', { charset: 'utf-8' }],
    ['a/b; name="x; y \\"z\\".txt"; size=3', 'a/b', { name: 'x; y "z".txt', size: '3' }],
    ['a/b; name=my report.pdf', 'a/b', { name: 'my report.pdf' }],
    ['a/b; name="open', 'a/b', { name: 'open' }],
    ["a/b; filename*=utf-8'fa'%D8%B3.txt", 'a/b', { filename: 'س.txt' }],
    ["a/b; filename*1*=%B3.txt; filename*0*=utf-8''%D8", 'a/b', { filename: 'س.txt' }],
    ["a/b; filename*0*=utf-8''%D8%B3; filename*1=%20.txt", 'a/b', { filename: 'س%20.txt' }],
    ['a/b; filename*0=one; filename*1=two', 'a/b', { filename: 'onetwo' }],
    ["a/b; filename=ascii.txt; filename*=utf-8''%C3%A9.txt", 'a/b', { filename: 'é.txt' }],
    ['a/b; name="=?utf-8?q?=C3=A9.txt?="', 'a/b', { name: 'é.txt' }],
    [`a/b; name=${latin1('é.txt')}`, 'a/b', { name: 'é.txt' }],
    ['', '', {}]
  ])('reads %j', (header, value, parameters) => {
    expect(read(header)).toEqual([value, parameters])
  })
})

describe('mailDate', () => {
  it.each([
    ['Fri, 02 Sep 2011 19:04:00 +0000', { day: '2011-09-02', moment: '2011-09-02T19:04:00+00:00' }],
    ['2 Sep 11 19:04 EST', { day: '2011-09-02', moment: '2011-09-02T19:04:00-05:00' }],
    ['Sat, 14 Mar 2009 08:21:55 +0330 (IRST)', { day: '2009-03-14', moment: '2009-03-14T08:21:55+03:30' }],
    ['Mon, 3-Nov-97 09:00:00 GMT', { day: '1997-11-03', moment: '1997-11-03T09:00:00Z' }],
    ['Wed Dec  9 10:00:00 2020', { day: '2020-12-09', moment: '2020-12-09T10:00:00' }],
    ['Wed Dec  9 10:00:00 +0100 2020', { day: '2020-12-09', moment: '2020-12-09T10:00:00+01:00' }],
    ['Fri, 02 Sep 2011 25:04:00 +0000', { day: '2011-09-02', moment: null }],
    ['2011-09-02', { day: '2011-09-02', moment: null }],
    ['Fri, 31 Feb 2011 19:04:00 +0000', undefined],
    ['not a date', undefined],
    ['', undefined]
  ])('reads %j', (value, date) => {
    expect(mailDate(value)).toEqual(date)
  })
})

describe('readHead', () => {
  it('unfolds lines and ends at the empty one', () => {
    const { headers, bodyAt, isCut } = headOf('From x Mon\nA: one\r\n two\r\nb : three\r\n\r\nbody')
    expect(headers).toEqual([
      { name: 'a', value: 'one two' },
      { name: 'b', value: 'three' }
    ])
    expect(bodyAt).toBe('From x Mon\nA: one\r\n two\r\nb : three\r\n\r\n'.length)
    expect(isCut).toBe(false)
  })

  it('takes a line that is no header for the beginning of the text', () => {
    expect(headOf('A: one\nno header\n\nbody')).toMatchObject({ headers: [{ name: 'a' }], bodyAt: 7 })
  })

  it('says when a head is larger than any, and goes on behind it', () => {
    const many = `${'X: y\n'.repeat(100_000)}\nbody`
    expect(headOf(many)).toMatchObject({ isCut: true, bodyAt: many.length - 4 })
    const long = `Subject: ${'x'.repeat(10_000_000)}\n\nbody`
    const head = headOf(long)
    expect(head).toMatchObject({ isCut: true, bodyAt: long.length - 4 })
    expect(head.headers[0]?.value.length).toBeGreaterThan(1_000_000)
    expect(headOf(`To: ${'a@b.example,\n '.repeat(20_000)}x\n\nbody`).isCut).toBe(false)
  })
})

describe('messageHead', () => {
  const read = (text: string) => messageHead(headOf(text).headers, 'windows-1252')

  it('names the sender also where the name holds a comma or is cut between two words', () => {
    expect(read('From: =?utf-8?q?Darvan=2C_Ali?= <a@b.example>, c@d.example').metadata.author).toBe('Darvan, Ali')
    expect(read('From: "Darvan, Ali" <a@b.example>').metadata.author).toBe('Darvan, Ali')
    expect(read('From: =?utf-8?b?2LPZ?= =?utf-8?b?hNin2YU=?= <a@b.example>').metadata.author).toBe('سلام')
    expect(read('From: a@b.example (Ali)').metadata.author).toBe('Ali')
    expect(read('From: نسرین <a@b.example>').metadata.author).toBe('نسرین')
    expect(read('Sender: a@b.example').metadata.author).toBe('a@b.example')
    expect(read('Subject: x').metadata.author).toBeNull()
  })

  it('orders what it answers from the oldest to the nearest, each once', () => {
    expect(read('References: <1@x>\n <2@x> <3@x> <1@x>\nIn-Reply-To: Your message <2@x> of today').ids).toEqual({
      messageId: null,
      references: ['1@x', '3@x', '2@x']
    })
    expect(read('In-Reply-To: 2@x').ids.references).toEqual(['2@x'])
  })

  it('lets every receiver be searched, however many', () => {
    const list = Array.from({ length: 20_000 }, (_, at) => `receiver${at}@nehrin.example`).join(',\n ')
    expect(read(`To: ${list}`).searchable.join()).toContain('receiver19999@nehrin.example')
  })
})
