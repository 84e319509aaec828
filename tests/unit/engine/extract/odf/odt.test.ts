import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExtractedDocument } from '#engine/extract/job'
import { runJob } from '#engine/extract/pool/run-job'
import { openPackedText, wholeText } from '#engine/text/stored-text'
import type { Block } from '#shared/model/block'
import { extractJob, partJob } from '#tests/support/jobs'
import { type OdfContent, odfContent, odfFile } from '#tests/support/odf-file'
import { temporaryFolder } from '#tests/support/temporary'
import { zipFile } from '#tests/support/zip-file'

const TYPE = 'application/vnd.oasis.opendocument.text'

function write(bytes: Uint8Array, name = 'source.odt'): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, bytes)
  return file
}

async function read(content: OdfContent): Promise<ExtractedDocument> {
  const answer = await runJob(extractJob(write(odfFile(content))))
  if (answer.task !== 'extract') throw new Error(JSON.stringify(answer))
  return answer.document
}

async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  const answer = await runJob(extractJob(write(bytes)))
  return answer.task === 'extract' ? (answer.document.problem?.code ?? answer) : answer
}

const blocksOf = ({ text }: ExtractedDocument): readonly Block[] => (text === null ? [] : wholeText(openPackedText(text)).blocks)
const textsOf = async (content: OdfContent): Promise<string[]> => blocksOf(await read(content)).map(({ text }) => text)
const p = (text: string): string => `<text:p>${text}</text:p>`

describe('the text of a document', () => {
  it('collapses white space of the file and keeps that of elements', async () => {
    const body = p('  The\n   mill <text:span> at</text:span> Darvan<text:s text:c="2"/>x<text:tab/>y<text:line-break/>z ')
    expect(await textsOf({ body })).toEqual(['The mill at Darvan  x\ty\nz'])
  })

  it('numbers lists as programs do, through interruptions and levels', async () => {
    const styles =
      '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-number text:level="2" style:num-format="a" text:start-value="5"/></text:list-style>'
    const item = (text: string, more = '', attributes = ''): string =>
      `<text:list-item${attributes}>${text === '' ? '' : p(text)}${more}</text:list-item>`
    const body = [
      `<text:list text:style-name="N">${item('a')}${item('b', `<text:list>${item('b5')}</text:list>`)}</text:list>`,
      p('between'),
      `<text:list text:style-name="N" text:continue-numbering="true">${item('', `<text:list>${item('b6')}</text:list>`)}${item('c')}${item('d', '', ' text:start-value="9"')}</text:list>`,
      `<text:list text:style-name="N">${item('new')}</text:list>`
    ].join('')
    const items = blocksOf(await read({ body, styles })).filter(({ kind }) => kind === 'list-item')
    expect(items.map(({ text, level, ordinal }) => `${level} ${ordinal} ${text}`)).toEqual([
      '1 1 a',
      '1 2 b',
      '2 5 b5',
      '2 6 b6',
      '1 3 c',
      '1 9 d',
      '1 1 new'
    ])
  })

  it('keeps replaced words apart and finds words that a deletion stands in', async () => {
    const region = (id: string, kind: string, text = ''): string =>
      `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>J</dc:creator></office:change-info>${text}</text:${kind}></text:changed-region>`
    const changes = region('d1', 'deletion', p('north')) + region('i1', 'insertion') + region('d2', 'deletion', p('u'))
    const body = `<text:tracked-changes>${changes}</text:tracked-changes>${p(
      'The <text:change text:change-id="d1"/><text:change-start text:change-id="i1"/>south<text:change-end text:change-id="i1"/> gate, colo<text:change text:change-id="d2"/>red.'
    )}`
    const document = await read({ body })
    expect(blocksOf(document)).toEqual([
      {
        kind: 'paragraph',
        text: 'The north south gate, coloured.',
        inline: [
          { start: 4, end: 10, style: 'deleted' },
          { start: 10, end: 15, style: 'inserted' },
          { start: 26, end: 27, style: 'deleted' }
        ]
      }
    ])
    expect(`${document.index.body} ${document.index.rest}`).toMatch(/\bcolored\b/)
  })

  it('puts deleted paragraphs between others where they stood', async () => {
    const body = `<text:tracked-changes><text:changed-region text:id="d"><text:deletion>${p('one')}${p('two')}</text:deletion></text:changed-region></text:tracked-changes>${p('before')}<text:change text:change-id="d"/>${p('after')}`
    expect(blocksOf(await read({ body })).map(({ text, role }) => [text, role])).toEqual([
      ['before', undefined],
      ['one', 'deleted'],
      ['two', 'deleted'],
      ['after', undefined]
    ])
  })

  it('shows tables of data as rows and unfolds those that place text', async () => {
    const cell = (content: string, attributes = ''): string => `<table:table-cell${attributes}>${content}</table:table-cell>`
    const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
    const table = (...rows: string[]): string => `<table:table>${rows.join('')}</table:table>`
    const data = table(
      row(cell(p('a')), cell(p('b<text:tab/>c')), cell('', ' table:number-columns-repeated="16000"')),
      row(cell(''), cell(p('d')))
    )
    const layout = table(row(cell(p('left')), cell(table(row(cell(p('in')), cell(p('side')))))))
    expect(await textsOf({ body: data + layout })).toEqual(['a\tb c', '\td', 'left', 'in\tside'])
  })

  it('finds hidden text, fields and descriptions without showing them', async () => {
    const styles = '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    const body = [
      p('Seen <text:span text:style-name="H">unseen</text:span>'),
      `<text:section text:display="none">${p('withheld')}</text:section>`,
      p('x<text:hidden-text text:string-value="concealed"/>'),
      '<form:form><form:textarea form:current-value="typed"/></form:form>',
      p('<draw:frame><svg:title>sketch</svg:title></draw:frame>')
    ].join('')
    const document = await read({ body, styles })
    expect(blocksOf(document).map(({ text }) => text)).toEqual(['Seen', 'x'])
    for (const word of ['unseen', 'withheld', 'concealed', 'typed', 'sketch']) expect(document.index.rest).toContain(word)
  })

  it('reads formulas into the line and charts after it', async () => {
    const chart = odfContent({ body: '' }).replace(
      /<office:body>.*<\/office:body>/,
      `<office:body><office:chart><chart:chart xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"><chart:title>${p('Level of the Sarvel')}</chart:title></chart:chart></office:chart></office:body>`
    )
    const math =
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>h</mi><mo>=</mo><mn>4</mn></mrow><annotation encoding="StarMath 5.0">h = 4</annotation></semantics></math>'
    const object = (name: string): string => `<draw:frame><draw:object xlink:href="./${name}"/></draw:frame>`
    const body = p(`Depth ${object('Object 1')} metres`) + p(object('Object 2'))
    expect(await textsOf({ body, parts: { 'Object 1/content.xml': math, 'Object 2/content.xml': chart } })).toEqual([
      'Depth h = 4 metres',
      'Level of the Sarvel'
    ])
  })

  it('reads each header and footer once', async () => {
    const page = (name: string, text: string): string =>
      `<style:master-page style:name="${name}"><style:header>${p(text)}</style:header></style:master-page>`
    const masters = page('A', 'Archive of Nehrin') + page('B', 'Archive of Nehrin') + page('C', 'Annex')
    expect(blocksOf(await read({ body: p('text'), masters })).map(({ text, role }) => [text, role])).toEqual([
      ['Archive of Nehrin', 'header'],
      ['Annex', 'header'],
      ['text', undefined]
    ])
  })

  it('serves pictures by the key of their block, and nothing else', async () => {
    const picture = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')
    const image = (href: string): string => `<draw:frame><draw:image xlink:href="${href}"/></draw:frame>`
    const body = p(image('Pictures/a.png')) + p(image('https://example.org/far.png')) + p(image('Pictures/none.png'))
    const file = write(odfFile({ body, parts: { 'Pictures/a.png': picture } }))
    const answer = await runJob(extractJob(file))
    if (answer.task !== 'extract') throw new Error('not read')
    expect(blocksOf(answer.document)).toEqual([{ kind: 'image', text: '', resource: 'Pictures/a.png' }])
    expect(answer.document.remoteResources).toEqual(['https://example.org/far.png'])
    const part = await runJob(partJob(file, 'Pictures/a.png', { mediaType: TYPE }))
    expect(part.task === 'part' && Buffer.from(part.bytes).equals(picture)).toBe(true)
    expect((await runJob(partJob(file, 'content.xml', { mediaType: TYPE }))).task).toBe('refused')
  })
})

describe('files that are damaged or made to do harm', () => {
  it('says that a file is locked', async () => {
    const manifest = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    expect(await read({ body: '', manifest })).toMatchObject({ status: 'locked', problem: { code: 'locked' } })
  })

  it('reads what comes before a damaged end and says so', async () => {
    const document = await read({ body: `${p('The first part')}<text:p>cut off</text:q>` })
    expect(document).toMatchObject({ status: 'simplified', problem: { code: 'partly-read' } })
    expect(document.index.body).toBe('the first part cut off')
  })

  it('refuses entities, endless nesting and a file without content', async () => {
    const packed = (content: string, name = 'content.xml'): Buffer =>
      zipFile([
        { name: 'mimetype', content: TYPE, method: 'stored' },
        { name, content }
      ])
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${odfContent({ body: p('&b;') }).replace(/^.*\n/, '')}`
    expect(await refusalOf(packed(bomb))).toBe('bomb')
    expect(await refusalOf(odfFile({ body: `${'<text:section>'.repeat(5000)}${'</text:section>'.repeat(5000)}` }))).toBe(
      'too-complex'
    )
    expect(await refusalOf(packed('x', 'other.xml'))).toBe('damaged')
  })

  it('refuses an archive that is too large when opened', async () => {
    const spaces = odfContent({ body: p(' '.repeat(30_000_000)) })
    expect(
      await refusalOf(
        zipFile([
          { name: 'mimetype', content: TYPE, method: 'stored' },
          { name: 'content.xml', content: spaces }
        ])
      )
    ).toBe('bomb')
  })

  it('gives up neither time nor memory to claimed repeats', async () => {
    const row = `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000">${p('x')}</table:table-cell></table:table-row>`
    const document = await read({ body: `<table:table>${row}</table:table>${p(`a<text:s text:c="999999999"/>b`)}` })
    expect(blocksOf(document).length).toBeLessThan(1000)
  })

  it('ends loops of styles that derive from each other', async () => {
    const style = (name: string, parent: string): string =>
      `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"/>`
    const document = await read({ styles: style('A', 'B') + style('B', 'A'), body: '<text:p text:style-name="A">x</text:p>' })
    expect(document.index.body).toBe('x')
  })
})
