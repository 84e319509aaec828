const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** Elements that start and end a line of their own in a browser's default style. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav noscript ol optgroup option p pre search section ' +
    'select summary table tbody textarea tfoot thead title tr ul'
  ).split(' ')
)

/** Elements whose content is never text for people. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set('script style template svg iframe noembed noframes'.split(' '))

/** Whether an element never has content; `name` in lower case. */
export function isVoidElement(name: string): boolean {
  return VOID.has(name)
}

const CELLS = new Set(['td', 'th'])
const ROWS = new Set(['tr', 'td', 'th'])
const TERMS = new Set(['dt', 'dd', 'p'])
const OPTIONS = new Set(['option', 'optgroup'])
const PARAGRAPH = new Set(['p'])
const NONE: ReadonlySet<string> = new Set()
const ITEM = new Set(['li', 'p'])

/** The elements that an opening `name` closes when they are open right around it, because their end tags may be left out. */
export function closedByOpening(name: string): ReadonlySet<string> {
  if (name === 'li') return ITEM
  if (CELLS.has(name)) return CELLS
  if (name === 'tr' || name === 'tbody' || name === 'thead' || name === 'tfoot') return ROWS
  if (name === 'dt' || name === 'dd') return TERMS
  if (OPTIONS.has(name)) return OPTIONS
  return BLOCK_ELEMENTS.has(name) ? PARAGRAPH : NONE
}
