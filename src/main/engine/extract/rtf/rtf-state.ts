/** What the groups of an RTF document hand on to the groups inside them. Never changed: a change makes another. */
export type RtfState = Readonly<{
  /** Where text goes: into the document, nowhere, into `capture`, or into the data of `picture`. */
  goesTo: 'text' | 'nothing' | 'info' | 'styles' | 'shape' | 'capture' | 'picture'
  /** Takes the text of the group. */
  capture: string[] | undefined
  /** Of `\upr`: where its Unicode half goes. */
  unicodeGoesTo: RtfState | undefined
  bold: boolean
  italic: boolean
  hidden: boolean
  change: 'inserted' | 'deleted' | undefined
  link: string | undefined
  paragraph: RtfParagraph
  field: { instruction: string } | undefined
  shape: RtfShape | undefined
  isHeaderRow: boolean
}>

/** How a paragraph is set; `tables` is how many tables it lies in, undefined where it is not said. */
export type RtfParagraph = Readonly<{
  style: number | undefined
  outline: number | undefined
  listLevel: number
  isList: boolean
  isRtl: boolean
  isInTable: boolean
  tables: number | undefined
}>

/** A drawing or picture: its description, and the keys of the pictures in it. */
export type RtfShape = { name: string; description: string; pictures: string[] }

/** A paragraph after `\pard`. */
export const PLAIN_PARAGRAPH: RtfParagraph = {
  style: undefined,
  outline: undefined,
  listLevel: 0,
  isList: false,
  isRtl: false,
  isInTable: false,
  tables: undefined
}

/** The state in which a document begins. */
export const FIRST_STATE: RtfState = {
  goesTo: 'text',
  capture: undefined,
  unicodeGoesTo: undefined,
  bold: false,
  italic: false,
  hidden: false,
  change: undefined,
  link: undefined,
  paragraph: PLAIN_PARAGRAPH,
  field: undefined,
  shape: undefined,
  isHeaderRow: false
}
