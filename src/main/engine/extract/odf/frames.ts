import type { End, TextFlow } from '#engine/extract/odf/text-flow'
import type { Attributes } from '#engine/extract/xml/read-xml'

/** What a frame turns out to hold, told by the elements inside it. */
export type OpenFrame = {
  /** Keys of pictures in it: often the same one in several formats. */
  picture: string | undefined
  hasPicture: boolean
  hasObject: boolean
  formula: string
  title: string
  description: string
}

const SHAPES = new Set(
  'custom-shape rect ellipse circle line polyline polygon regular-polygon path connector caption measure'
    .split(' ')
    .map((name) => `draw:${name}`)
)

/** Drawn shapes, which may hold text. */
export function isShape(name: string): boolean {
  return SHAPES.has(name)
}

/** A shape or text box. On slides everything stands in boxes. */
export function beginBox(flow: TextFlow): End {
  return flow.container(flow.isSlides ? undefined : 'text-box')
}

/** A drawn shape; what says that it is the title of a slide holds headings. */
export function beginShape(flow: TextFlow, attributes: Attributes): End {
  const outerLevel = flow.headingLevel
  if (flow.isSlides) flow.headingLevel = attributes['presentation:class'] === 'title' ? 1 : 0
  const end = beginBox(flow)
  return () => {
    flow.headingLevel = outerLevel
    end?.()
  }
}

/** Pictures become a block of their own with their description; titles of slides become headings. */
export function beginFrame(flow: TextFlow, attributes: Attributes): End {
  const frame: OpenFrame = {
    picture: undefined,
    hasPicture: false,
    hasObject: false,
    formula: '',
    title: '',
    description: ''
  }
  const outerLevel = flow.headingLevel
  if (flow.isSlides) flow.headingLevel = attributes['presentation:class'] === 'title' ? 1 : 0
  const end = flow.container()
  flow.frames.push(frame)
  return () => {
    flow.frames.pop()
    flow.headingLevel = outerLevel
    end()
    placeFrame(flow, frame)
  }
}

function placeFrame(flow: TextFlow, frame: OpenFrame): void {
  const { formula, picture } = frame
  const text = [frame.title, frame.description].filter((part, at, all) => part !== '' && all.indexOf(part) === at).join('\n')
  const isShown = formula === '' && frame.hasPicture && (picture !== undefined || text !== '')
  if (isShown) flow.addBeside({ kind: 'image', text, ...(picture === undefined ? {} : { resource: picture }) })
  else if (text !== '') flow.rest.push(text)
  if (formula === '') return
  if (flow.paragraph) flow.writeExactly(formula)
  else flow.add({ kind: 'paragraph', text: formula })
}

/** Title or description of a frame; of anything else it is only found. */
export function beginDescription(flow: TextFlow, part: 'title' | 'description'): End {
  const frame = flow.frames.at(-1)
  return flow.capture((text) => {
    if (frame) frame[part] = text
    else if (text !== '') flow.rest.push(text)
  })
}

/** A picture: in the file, in the markup (flat files), or at an address outside, which is never asked. */
export function beginPicture(flow: TextFlow, attributes: Attributes): End {
  const frame = flow.frames.at(-1)
  const href = attributes['xlink:href']
  const key = href === undefined ? flow.parts.embeddedKey(mimeTypeOf(attributes)) : flow.parts.pictureKey(href)
  if (href !== undefined && /^(?:https?|ftp|file):|^\/\//i.test(href)) flow.remote.push(href)
  if (!frame) return undefined
  // What programs draw in place of an object is no picture of the document where the object itself was read.
  const isReplacement = frame.hasObject && key === undefined
  frame.hasPicture ||= !isReplacement
  frame.picture ??= key
  return flow.container('text-box')
}

/** A formula stands in the line; the texts of charts and of other documents follow the paragraph. */
export function beginObject(flow: TextFlow, attributes: Attributes): End {
  const frame = flow.frames.at(-1)
  const content = attributes['xlink:href'] === undefined ? undefined : flow.parts.object(attributes['xlink:href'])
  if (!content) return undefined
  if (frame) frame.hasObject = true
  if ('blocks' in content) for (const block of content.blocks) flow.add(block)
  else if (frame) frame.formula = content.formula
  return undefined
}

/** A formula in the markup itself; `isTyped`: the line its author typed, which wins over its symbols. */
export function beginFormula(flow: TextFlow, isTyped: boolean): End {
  const frame = flow.frames.at(-1)
  return flow.capture((text) => {
    if (frame && (isTyped || frame.formula === '')) frame.formula = text
  })
}

function mimeTypeOf(attributes: Attributes): string | undefined {
  return attributes['draw:mime-type'] ?? attributes['loext:mime-type']
}
