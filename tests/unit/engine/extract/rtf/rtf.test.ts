import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runJob } from '#engine/extract/pool/run-job'
import { htmlOfRtf } from '#engine/extract/rtf/html-of-rtf'
import { readRtf } from '#engine/extract/rtf/read-rtf'
import { goldenCases } from '#tests/support/golden'
import { extractJob, partJob } from '#tests/support/jobs'
import { temporaryFolder } from '#tests/support/temporary'

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')
const textsOf = (rtf: string | Buffer, charset: string | null = null): string[] =>
  readRtf(typeof rtf === 'string' ? bytesOf(rtf) : rtf, charset).blocks.map(({ text }) => text)

describe('text of rich text', () => {
  it.each([
    ['{\\rtf1 one\\par two}', ['one', 'two']],
    ['{\\rtf1 one\\\ntwo}', ['one', 'two']],
    ['{\\rtf1 a{\\*\\unknown left out}b{\\unknown kept}}', ['abkept']],
    ["{\\rtf1\\ansi\\ansicpg1256 \\'c7\\'e1}", ['ال']],
    ["{\\rtf1{\\fonttbl{\\f0\\fcharset0{\\*\\falt Other}Name;}{\\f1\\cpg1251 X;}}\\f1 \\'d2}", ['Т']],
    ["{\\rtf1\\pc \\'82t\\'82}", ['été']],
    ["{\\rtf1{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset178 B;}}\\f0{\\rtlch\\af1 \\ltrch\\f0 \\'e9 \\rtlch \\'c7}}", ['é ا']],
    ["{\\rtf1 \\u1587\\'3f\\u1575?x}", ['ساx']],
    ['{\\rtf1 a{\\b0\\v hidden}b\\v0 c}', ['abc']],
    ['{\\rtf1{\\field{\\*\\fldinst{EQ \\\\* jc0 \\\\o(\\\\s\\\\up 11(mizu),water)}}{\\fldrslt}} x}', ['mizu water x']]
  ])('of %j', (rtf, texts) => {
    expect(textsOf(rtf)).toEqual(texts)
  })

  it('in UTF-8 that nobody declared', () => {
    expect(textsOf(Buffer.from('{\\rtf1\\ansi\\ansicpg1252 Hélène, دروان}', 'utf8'))).toEqual(['Hélène, دروان'])
  })

  it('in the character set that a person chose, where the document names none', () => {
    expect(textsOf("{\\rtf1\\ansi \\'c7\\'e1}", 'windows-1256')).toEqual(['ال'])
    expect(textsOf("{\\rtf1{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\'d2}", 'windows-1256')).toEqual(['Т'])
  })
})

describe('rich text made to do harm', () => {
  it.each([
    ['a million groups', `{\\rtf1 ${'{'.repeat(1_000_000)}deep${'}'.repeat(1_000_000)} end}`],
    ['a million notes', `{\\rtf1 ${'{\\footnote x'.repeat(300_000)}`],
    ['a million notes in one group', `{\\rtf1 ${'\\footnote x'.repeat(300_000)} end}`],
    ['a million fields', `{\\rtf1 ${'{\\field{\\*\\fldinst HYPERLINK '.repeat(200_000)}`],
    ['a million cells', `{\\rtf1 ${'\\cell\\nestcell\\itap99'.repeat(200_000)} end\\row}`],
    ['words without end', `{\\rtf1 \\${'a'.repeat(5_000_000)}}`],
    ['a length that lies', `{\\rtf1 {\\pict\\bin2147483647 x}end}`],
    ['fonts without end', `{\\rtf1{\\fonttbl${'{\\f1\\fcharset178 A;}'.repeat(200_000)}}end}`],
    ['many bytes of one character each', `{\\rtf1 ${"\\'c7\\u1575\\'c7".repeat(500_000)}}`]
  ])(
    '%s',
    (_, rtf) => {
      expect(Array.isArray(textsOf(rtf))).toBe(true)
    },
    15_000
  )

  it('loses nothing behind it', () => {
    expect(textsOf(`{\\rtf1 ${'{'.repeat(100_000)}deep${'}'.repeat(100_000)} end}`)).toEqual(['deep end'])
    expect(textsOf('{\\rtf1 {\\pict\\pngblip\\bin2147483647 x}end}').at(-1)).toBe('end')
  })
})

describe('pictures', () => {
  it('are served by the key of their block', async () => {
    const golden = goldenCases(['rtf']).find(({ name }) => name.endsWith('pictures-and-lying-binary'))
    const part = async (key: string): Promise<unknown> => {
      const answer = await runJob(partJob(golden?.source ?? '', key, { mediaType: 'application/rtf' }))
      return answer.task === 'part' ? [answer.mediaType, Buffer.from(answer.bytes).toString('latin1')] : answer.task
    }
    expect(await part('picture:0')).toEqual(['image/png', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'])
    expect(await part('picture:1')).toEqual(['image/jpeg', '\u00ff\u00d8{}\\x'])
    expect(await part('picture:3')).toBe('refused')
    expect(await part('picture:9')).toBe('refused')
  })
})

describe('a page that a mail program wrapped', () => {
  it('comes out as it was written', () => {
    const golden = goldenCases(['rtf']).find(({ name }) => name.endsWith('page-wrapped-by-a-mail-program'))
    if (!golden) throw new Error('no fixture')
    expect(htmlOfRtf(readFileSync(golden.source))).toBe(
      '<html><body><p>Dear Mina,&nbsp;</p><p>the list of <b>Orsal</b> is ready: نهر</p></body></html>'
    )
  })

  it('is told from a document that never was one', () => {
    expect(htmlOfRtf(bytesOf('{\\rtf1 {\\*\\htmltag <p>}x}'))).toBeUndefined()
  })
})

it('a document that breaks off says so', async () => {
  const file = join(temporaryFolder(), 'a.rtf')
  writeFileSync(file, '{\\rtf1 {\\b The first')
  const answer = await runJob(extractJob(file))
  expect(answer).toMatchObject({ document: { status: 'simplified', problem: { code: 'partly-read' } } })
})
