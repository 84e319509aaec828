import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf, emptyDraft, type PartDraft } from '#renderer/features/search/query/part-draft.ts'
import { partText } from '#renderer/features/search/query/part-text.ts'
import { addPart, partsOf, replacePart } from '#shared/text/query-parts'

const drafts = (query: string): PartDraft[] => partsOf(query).map(draftOf)
const kinds = (query: string): string[] => drafts(query).map(({ kind, negated }) => `${negated ? '-' : ''}${kind}`)

describe('the chips of a query', () => {
  it.each([
    ['prison letter', ['words', 'words']],
    ['"human rights" -press', ['phrase', '-words']],
    ['prison OR jail letter', ['any', 'words']],
    ['"prison letter"~5', ['near']],
    ['prison NEAR/3 letter', ['near']],
    ['-(prison OR jail)', ['-any']],
    ['tag:letters -lang:fa author:"Rana Orsal"', ['tag', '-lang', 'author']],
    ['date:"summer 1988" 1988-07..1988-09 before:1990', ['date', 'date', 'before']],
    ['has:attachment is:starred size:1mb..2mb pages:>=5', ['has', 'is', 'size', 'pages']],
    ['(a OR b) /198[0-9]/', ['raw', 'raw']],
    ['size:>1mb', ['raw']],
    ['', []]
  ])('of %s', (query, expected) => expect(kinds(query)).toEqual(expected))

  it('hold what was typed', () => {
    expect(drafts('prison OR "two words"')[0]).toMatchObject({ kind: 'any', text: 'prison "two words"' })
    expect(drafts('"a letter"~7')[0]).toMatchObject({ kind: 'near', text: 'a letter', distance: 7 })
    expect(drafts('size:1mb..2.5mb')[0]).toMatchObject({ least: '1mb', most: '2.5mb' })
    expect(drafts('size:..2mb')[0]).toMatchObject({ least: '', most: '2mb' })
    expect(drafts('pages:12')[0]).toMatchObject({ least: '12', most: '12' })
    expect(drafts('has:attachments')[0]).toMatchObject({ kind: 'has', text: 'attachment' })
  })
})

describe('what a chip writes', () => {
  const text = (patch: Partial<PartDraft> & Pick<PartDraft, 'kind'>): string => partText({ ...emptyDraft(patch.kind), ...patch })

  it.each([
    [{ kind: 'words', text: ' prison  letter ' }, 'prison letter'],
    [{ kind: 'words', text: 'press', negated: true }, '-press'],
    [{ kind: 'words', text: 'press release', negated: true }, '-(press OR release)'],
    [{ kind: 'phrase', text: 'human "rights"' }, '"human rights"'],
    [{ kind: 'any', text: 'prison, jail "two words"' }, 'prison OR jail OR "two words"'],
    [{ kind: 'any', text: 'prison' }, 'prison'],
    [{ kind: 'any', text: 'a b', negated: true }, '-(a OR b)'],
    [{ kind: 'near', text: 'prison letter', distance: 3 }, '"prison letter"~3'],
    [{ kind: 'near', text: 'prison' }, 'prison'],
    [{ kind: 'tag', text: 'UN letters' }, 'tag:"UN letters"'],
    [{ kind: 'tag', text: 'letters', negated: true }, '-tag:letters'],
    [{ kind: 'date', text: 'مرداد ۱۳۶۷' }, 'date:"مرداد ۱۳۶۷"'],
    [{ kind: 'date', text: '1988' }, 'date:1988'],
    [{ kind: 'path', text: 'un/1988' }, 'path:un/1988'],
    [{ kind: 'size', least: '1 MB', most: '' }, 'size:1MB..'],
    [{ kind: 'pages', least: '5', most: '5' }, 'pages:5'],
    [{ kind: 'size' }, ''],
    [{ kind: 'phrase', text: ' " ' }, '']
  ] as const)('for %j', (draft, expected) => expect(text(draft)).toBe(expected))

  it('reads back as the same form', () => {
    const word = fc.constantFrom('prison', 'letter', 'خاوران', 'médecin', 'x1')
    const words = fc.array(word, { minLength: 1, maxLength: 4 })
    const kind = fc.constantFrom('phrase', 'tag', 'folder', 'author', 'name', 'lang', 'from', 'file')
    fc.assert(
      fc.property(kind, words, fc.boolean(), (of, list, negated) => {
        const draft = { ...emptyDraft(of), text: list.join(' '), negated }
        expect(drafts(partText(draft))).toEqual([draft])
      })
    )
  })

  it('changes its own part and leaves the others as they were typed, for any query', () => {
    const pieces = [
      'prison',
      '"human rights"',
      '-press',
      'tag:letters',
      'a OR b',
      '(c d)',
      'date:1988',
      'kh*ran',
      '/x/',
      '|',
      'NEAR',
      '-',
      '"'
    ]
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { maxLength: 6 }), (list) => {
        const query = list.join(' ')
        const parts = partsOf(query)
        for (const [index, part] of parts.entries()) {
          expect(query.slice(part.start, part.end)).toBe(part.text)
          const changed = partsOf(replacePart(query, part, 'tag:other'))
          expect(changed.length).toBe(parts.length)
          expect(changed[index]?.text).toBe('tag:other')
        }
      }),
      { numRuns: 300 }
    )
  })

  it('comes after all others when it is new', () => {
    expect(addPart('prison ', 'tag:letters')).toBe('prison tag:letters')
    expect(addPart('', 'prison')).toBe('prison')
  })
})
