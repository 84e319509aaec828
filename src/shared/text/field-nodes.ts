import { daysOf } from '#shared/text/query-dates'
import { propertyNamed, type QueryField } from '#shared/text/query-fields'
import type { QueryNode } from '#shared/text/query-node'
import { pageRangeOf, sizeRangeOf } from '#shared/text/query-size'
import { textNodes } from '#shared/text/text-nodes'
import { tokenize } from '#shared/text/tokenize'

/** The value of a field as typed. */
export type FieldValue = Readonly<{
  field: QueryField
  value: string
  /** The field with its value. */
  raw: string
  quoted: boolean
  slop: number | null
  /** True when its last word is still being typed, or closed with a star. */
  open: boolean
}>

/** What a field asks for; empty when its value holds nothing that can be searched, null when it can not be read. */
export function fieldNodes(typed: FieldValue): readonly QueryNode[] | null {
  const { field, raw: text, quoted, open } = typed
  const value = typed.value.trim()
  switch (field) {
    case 'title':
      return textNodes({ ...typed, text: typed.value, column: 'title' })
    case 'name': {
      const terms = tokenize(value).map((token) => token.term)
      return terms.length === 0 ? [] : [{ kind: 'name', implied: false, terms, value, text }]
    }
    case 'before':
    case 'after':
    case 'date': {
      const days = daysOf(field, value)
      return days ? [{ kind: 'date', field, ...days, text: value }] : null
    }
    case 'size':
    case 'pages': {
      const range = field === 'size' ? sizeRangeOf(value) : pageRangeOf(value)
      return range ? [{ kind: 'range', field, ...range, text }] : null
    }
    case 'has':
    case 'is': {
      const property = propertyNamed(field, value)
      return property === undefined ? null : [{ kind: 'filter', field, value: property, text }]
    }
    case 'lang':
    case 'type':
      return [{ kind: 'filter', field, value: value.toLowerCase(), text }]
    case 'author':
    case 'publisher':
    case 'from':
    case 'to':
      return [{ kind: 'filter', field, value: !quoted && open && !value.endsWith('*') ? `${value}*` : value, text }]
    default:
      return [{ kind: 'filter', field, value, text }]
  }
}
