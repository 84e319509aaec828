import { bareDaysOf } from '#shared/text/query-dates'
import { propertyNamed, type QueryField } from '#shared/text/query-fields'
import { partsOf, type QueryPart } from '#shared/text/query-parts'

/** What a chip can be, in the order in which they are offered. */
export const DRAFT_KINDS = [
  'words',
  'phrase',
  'any',
  'near',
  'date',
  'before',
  'after',
  'name',
  'tag',
  'folder',
  'lang',
  'type',
  'author',
  'publisher',
  'from',
  'to',
  'title',
  'file',
  'path',
  'has',
  'is',
  'size',
  'pages',
  'raw'
] as const
export type DraftKind = (typeof DRAFT_KINDS)[number]

/** A part of a query as a form shows it. Which fields hold something depends on the kind. */
export type PartDraft = Readonly<{
  kind: DraftKind
  negated: boolean
  /** Words, value, date in words; of `raw` everything, as typed. */
  text: string
  /** Of `near`: most words between. */
  distance: number
  /** Of `size` and `pages`: the ends, as typed; empty for an open one. */
  least: string
  most: string
}>

export const NEAR_DISTANCE = 5

/** A form with nothing in it. */
export const emptyDraft = (kind: DraftKind): PartDraft => ({
  kind,
  negated: false,
  text: '',
  distance: NEAR_DISTANCE,
  least: '',
  most: ''
})

const SLOP = /~(\d{0,3})$/
const BINARY_NEAR = /^(\S+)\s+NEAR(?:\/(\d{1,3}))?\s+(\S+)$/

/** The form that shows a part; `raw` for what no form shows whole, so that nothing of it is lost. */
export function draftOf(part: QueryPart): PartDraft {
  const draft = { ...emptyDraft('raw'), text: part.text }
  const made = { negated: part.negated, text: part.value }
  switch (part.kind) {
    case 'word':
      return { ...draft, ...made, kind: !part.negated && bareDaysOf(part.value) ? 'date' : 'words' }
    case 'phrase': {
      const slop = SLOP.exec(part.text)
      return slop
        ? { ...draft, ...made, kind: 'near', distance: Number(slop[1] || NEAR_DISTANCE) }
        : { ...draft, ...made, kind: 'phrase' }
    }
    case 'any':
      return part.options.every(isPlain) ? { ...draft, kind: 'any', text: optionsText(part.options) } : draft
    case 'group':
      return noneOf(part) ?? draft
    case 'near': {
      const near = BINARY_NEAR.exec(part.text)
      if (!near || !/^[\p{L}\p{N}\p{M}]+$/u.test(`${near[1]}${near[3]}`)) return draft
      return { ...draft, kind: 'near', text: `${near[1]} ${near[3]}`, distance: Number(near[2] ?? NEAR_DISTANCE) }
    }
    case 'field':
      return fieldDraft(part, part.field, draft)
    default:
      return draft
  }
}

/** A word or phrase that stands alone. */
const isPlain = (part: QueryPart): boolean =>
  !part.negated && (part.kind === 'word' || (part.kind === 'phrase' && !SLOP.test(part.text)))

const optionsText = (options: readonly QueryPart[]): string => options.map((option) => option.text).join(' ')

/** `-(a OR b)`. */
function noneOf(part: QueryPart): PartDraft | null {
  const [inner, ...others] = part.negated && part.field === null ? partsOf(part.value) : []
  if (inner?.kind !== 'any' || others.length > 0 || !inner.options.every(isPlain)) return null
  return { ...emptyDraft('any'), negated: true, text: optionsText(inner.options) }
}

function fieldDraft(part: QueryPart, field: QueryField | null, raw: PartDraft): PartDraft {
  if (field === null || SLOP.test(part.text)) return raw
  const draft = { ...emptyDraft(field), negated: part.negated, text: part.value }
  if (field === 'has' || field === 'is') {
    const property = propertyNamed(field, part.value)
    return property === undefined ? raw : { ...draft, text: property }
  }
  if (field !== 'size' && field !== 'pages') return field === 'title' && !part.quoted && part.value.includes('*') ? raw : draft
  const ends = endsOf(part.value, field)
  return ends === null ? raw : { ...draft, text: '', ...ends }
}

type Ends = Pick<PartDraft, 'least' | 'most'>

/** Ends that are included, as forms have them; null for comparisons that leave their end out. */
function endsOf(value: string, field: 'size' | 'pages'): Ends | null {
  const range = /^([^.<>=]*(?:\.\d+[^.]*)?)\.{2,3}(.*)$/.exec(value)
  if (range) return { least: range[1]?.trim() ?? '', most: range[2]?.trim() ?? '' }
  const compared = /^(>=|<=|≥|≤)?([^<>=]+)$/.exec(value.trim())
  if (!compared) return null
  const [, sign = '', amount = ''] = compared
  if (sign === '' && field === 'pages') return { least: amount, most: amount }
  return sign === '<=' || sign === '≤' ? { least: '', most: amount } : { least: amount, most: '' }
}
