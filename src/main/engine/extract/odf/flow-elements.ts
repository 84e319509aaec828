import { FlowTable } from '#engine/extract/blocks/flow-table'
import { withPrefix } from '#engine/extract/blocks/with-prefix'
import { FlowParagraph } from '#engine/extract/odf/flow-paragraph'
import {
  beginBox,
  beginDescription,
  beginFormula,
  beginFrame,
  beginObject,
  beginPicture,
  beginShape,
  isShape
} from '#engine/extract/odf/frames'
import type { End, TextFlow } from '#engine/extract/odf/text-flow'
import type { Attributes } from '#engine/extract/xml/read-xml'
import type { Block } from '#shared/model/block'

type Begin = (flow: TextFlow, attributes: Attributes) => End

/** A run of `text:s` longer than this is an attack, not an indentation. */
const MOST_SPACES = 1000

/** Styles by which the writing programs mark quotations, code and captions. */
const QUOTE = /^(?:quotations?|quote|block quote|intense quote|zitat)$/i
const CODE = /^(?:preformatted text|source text|html preformatted)$/i
const CAPTION = /^(?:caption|illustration|figure|drawing)$/i
const TITLE = /^title$/i

/** Elements whose values are in attributes, and which of them people wrote: fields, form controls, index marks. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'text:hidden-text': ['text:string-value'],
  'text:conditional-text': ['text:string-value-if-true', 'text:string-value-if-false'],
  'text:label': ['text:value'],
  'text:alphabetical-index-mark': ['text:string-value', 'text:key1', 'text:key2'],
  'text:user-index-mark': ['text:string-value'],
  'text:toc-mark': ['text:string-value'],
  'form:text': ['form:current-value', 'form:title'],
  'form:textarea': ['form:current-value', 'form:title'],
  'form:formatted-text': ['form:current-value', 'form:title'],
  'form:fixed-text': ['form:label', 'form:title'],
  'form:checkbox': ['form:label', 'form:title'],
  'form:radio': ['form:label', 'form:title'],
  'form:button': ['form:label', 'form:title'],
  'form:frame': ['form:label', 'form:title'],
  'form:combobox': ['form:current-value', 'form:title'],
  'form:item': ['form:label'],
  'form:option': ['form:label']
}

const BEGIN: Readonly<Record<string, Begin>> = {
  'text:p': beginParagraph,
  'text:h': beginHeading,
  'text:span': beginSpan,
  'text:a': (flow, attributes) => flow.styled({ link: attributes['xlink:href'] }),
  'text:s': (flow, attributes) => {
    flow.writeExactly(' '.repeat(Math.min(Math.max(Math.trunc(Number(attributes['text:c'] ?? 1)) || 1, 1), MOST_SPACES)))
    return undefined
  },
  'text:tab': (flow) => void flow.writeExactly('\t'),
  'text:line-break': (flow) => void flow.writeExactly('\n'),
  'text:list': (flow, attributes) => {
    flow.lists.openList(attributes)
    return () => flow.lists.closeList()
  },
  'text:list-item': (flow, attributes) => beginItem(flow, attributes, false),
  'text:list-header': (flow, attributes) => beginItem(flow, attributes, true),
  // Of a heading it is part of what is shown; items of lists are counted.
  'text:number': (flow) => (flow.paragraph?.kind === 'heading' ? () => flow.writeExactly(' ') : flow.skip()),
  'text:note': beginNote,
  'text:note-citation': labelled,
  'office:annotation': beginComment,
  // Of slides, as one program writes them.
  'officeooo:annotation': beginComment,
  'dc:creator': labelled,
  'dc:date': dated,
  'office:change-info': (flow) => flow.skip(),
  'text:ruby-text': (flow) => {
    flow.writeExactly('(')
    return () => flow.writeExactly(')')
  },
  'text:section': (flow, attributes) =>
    attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true'
      ? flow.aside(undefined, (blocks) => flow.hide(blocks))
      : undefined,
  'text:hidden-paragraph': (flow) => flow.skip(),
  'text:script': (flow) => flow.skip(),
  'office:binary-data': (flow) => flow.skip(),
  'text:changed-region': beginChange,
  'text:insertion': (flow) => {
    flow.insertions.add(flow.changes.at(-1) ?? '')
    return undefined
  },
  'text:deletion': (flow) => flow.aside(undefined, (blocks) => flow.deletions.set(flow.changes.at(-1) ?? '', blocks)),
  'text:change': (flow, attributes) => {
    placeDeletion(flow, flow.deletions.get(attributes['text:change-id'] ?? ''))
    return undefined
  },
  'text:change-start': (flow, attributes) => {
    const id = attributes['text:change-id'] ?? ''
    if (flow.insertions.has(id)) flow.openInsertions.add(id)
    return undefined
  },
  'text:change-end': (flow, attributes) => {
    flow.openInsertions.delete(attributes['text:change-id'] ?? '')
    return undefined
  },
  'table:table': beginTable,
  'table:table-header-rows': (flow) => {
    const table = flow.openTables.at(-1)
    table?.openHeaders()
    return () => table?.closeHeaders()
  },
  'table:table-row': (flow, attributes) => {
    flow.openTables.at(-1)?.openRow(Number(attributes['table:number-rows-repeated'] ?? 1))
    return undefined
  },
  'table:table-cell': beginCell,
  'table:covered-table-cell': beginCell,
  'draw:frame': beginFrame,
  'draw:image': beginPicture,
  'draw:object': beginObject,
  'draw:object-ole': beginObject,
  'math:math': (flow) => beginFormula(flow, false),
  'math:annotation': (flow) => beginFormula(flow, true),
  'draw:text-box': beginBox,
  'svg:title': (flow) => beginDescription(flow, 'title'),
  'svg:desc': (flow) => beginDescription(flow, 'description')
}

/** Begins an element of the text of a document; elements of no meaning here are passed through. */
export function beginElement(flow: TextFlow, name: string, attributes: Attributes): End {
  if (flow.isSkipping) return undefined
  const values = VALUES[name]
  if (values) for (const value of values) if (attributes[value]) flow.rest.push(attributes[value])
  const begin = BEGIN[name]
  if (begin) return begin(flow, attributes)
  return isShape(name) ? beginShape(flow, attributes) : undefined
}

function beginParagraph(flow: TextFlow, attributes: Attributes): End {
  const style = flow.styles.find('paragraph', attributes['text:style-name'])
  const place = flow.lists.take()
  const look = { isHidden: style.hidden === true, direction: style.direction }
  if (flow.headingLevel > 0 || (place === undefined && style.names.some((name) => TITLE.test(name)))) {
    const level = flow.headingLevel || 1
    return flow.openParagraph(new FlowParagraph('heading', { level }, {}, look))
  }
  const kind = place ? 'list-item' : kindOf(style.names)
  const base = { strong: style.bold === true, emphasis: style.italic === true }
  return flow.openParagraph(new FlowParagraph(kind, placeOf(kind, place), base, look))
}

function placeOf(
  kind: Block['kind'],
  place: Readonly<{ level: number; ordinal: number | undefined }> | undefined
): Readonly<{ level?: number; ordinal?: number }> {
  if (place) return { level: place.level, ...(place.ordinal === undefined ? {} : { ordinal: place.ordinal }) }
  return kind === 'quote' ? { level: 1 } : {}
}

function kindOf(names: readonly string[]): Block['kind'] {
  for (const name of names) {
    if (QUOTE.test(name)) return 'quote'
    if (CODE.test(name)) return 'preformatted'
    if (CAPTION.test(name)) return 'caption'
  }
  return 'paragraph'
}

function beginHeading(flow: TextFlow, attributes: Attributes): End {
  const style = flow.styles.find('paragraph', attributes['text:style-name'])
  const level = Math.min(Math.max(Number(attributes['text:outline-level'] ?? 1) || 1, 1), 6)
  // A heading in a list is numbered by it: its number is not in the text.
  flow.lists.take()
  const look = { isHidden: style.hidden === true, direction: style.direction }
  return flow.openParagraph(new FlowParagraph('heading', { level }, {}, look))
}

function beginSpan(flow: TextFlow, attributes: Attributes): End {
  const style = flow.styles.find('text', attributes['text:style-name'])
  if (style.hidden) return flow.openParagraph(new FlowParagraph('paragraph', {}, {}, { isHidden: true, direction: undefined }))
  if (style.bold === undefined && style.italic === undefined) return undefined
  return flow.styled({
    ...(style.bold === undefined ? {} : { strong: style.bold }),
    ...(style.italic === undefined ? {} : { emphasis: style.italic })
  })
}

function beginItem(flow: TextFlow, attributes: Attributes, isHeader: boolean): End {
  flow.lists.openItem(attributes, isHeader)
  return () => flow.lists.closeItem()
}

/** The mark of a note stands in the text and before the note, so that each finds the other. */
function beginNote(flow: TextFlow, attributes: Attributes): End {
  const role = attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote'
  flow.labels.push('')
  const end = flow.aside(role, (blocks) => {
    const label = flow.labels.pop() ?? ''
    const mark = label === '' ? '' : `[${label}]`
    flow.writeExactly(mark)
    placeAfter(flow, withPrefix(blocks, mark === '' ? '' : `${mark} `))
  })
  return end
}

function beginComment(flow: TextFlow): End {
  flow.labels.push('')
  return flow.aside('comment', (blocks) => {
    const [author = '', date = ''] = (flow.labels.pop() ?? '').split('\n')
    const who = [author, /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? ''].filter((part) => part !== '').join(', ')
    placeAfter(flow, withPrefix(blocks, who === '' ? '' : `${who}: `))
  })
}

function labelled(flow: TextFlow): End {
  return flow.capture((text) => {
    if (flow.labels.length > 0) flow.labels[flow.labels.length - 1] = text
  })
}

/** The date of a comment goes behind its author, as a line of its own. */
function dated(flow: TextFlow): End {
  return flow.capture((text) => {
    const author = flow.labels.at(-1)
    if (author !== undefined) flow.labels[flow.labels.length - 1] = `${author}\n${text}`
  })
}

function placeAfter(flow: TextFlow, blocks: readonly Block[]): void {
  const { paragraph } = flow
  for (const block of blocks) paragraph ? paragraph.after.push(block) : flow.add(block)
}

/** Tracked deletions stand before the text; `text:change` says where each of them was. */
function beginChange(flow: TextFlow, attributes: Attributes): End {
  const id = attributes['text:id'] ?? attributes['xml:id'] ?? ''
  flow.changes.push(id)
  return () => void flow.changes.pop()
}

function placeDeletion(flow: TextFlow, blocks: readonly Block[] | undefined): void {
  if (!blocks || blocks.length === 0) return
  if (flow.paragraph) flow.writeExactly(blocks.map(({ text }) => text).join('\n'), 'deleted')
  else for (const block of blocks) flow.add({ ...block, role: 'deleted' })
}

function beginTable(flow: TextFlow): End {
  const table = new FlowTable()
  flow.openTables.at(-1)?.holdTable()
  flow.openTables.push(table)
  return () => {
    flow.openTables.pop()
    for (const block of table.finish()) flow.add(block)
  }
}

function beginCell(flow: TextFlow, attributes: Attributes): End {
  const table = flow.openTables.at(-1)
  if (!table) return flow.container()
  return flow.aside(undefined, (blocks) => table.addCell(blocks, Number(attributes['table:number-columns-repeated'] ?? 1)))
}
