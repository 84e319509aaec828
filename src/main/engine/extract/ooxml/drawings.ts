import { drawingText } from '#engine/extract/ooxml/drawing-text'
import type { Package } from '#engine/extract/ooxml/open-package'
import { pictureType } from '#engine/extract/ooxml/picture-part'
import type { Attributes } from '#engine/extract/xml/read-xml'
import type { Block } from '#shared/model/block'

type Place = Readonly<{
  opened: Package
  /** The part that the drawings stand in. */
  part: string
  /** Takes what a drawing shows. */
  shown: (blocks: readonly Block[]) => void
  /** Takes a description of what is not shown. */
  unseen: (text: string) => void
}>

/** Pictures, charts and diagrams of a story, in new drawings and in old ones (VML). */
export class Drawings {
  readonly #place: Place
  #description = ''

  constructor(place: Place) {
    this.#place = place
  }

  /** What to do where elements begin, by their names. */
  openings(): [string, (attributes: Attributes) => void][] {
    return [
      ['wp:docPr', ({ descr, title }) => this.#describe(title, descr)],
      ['p:cNvPr', ({ descr, title }) => this.#describe(title, descr)],
      ['other:cNvPr', ({ descr, title }) => this.#describe(title, descr)],
      ['pic:cNvPr', ({ descr }) => descr && this.#describe(descr)],
      ['v:shape', ({ alt }) => this.#describe(alt)],
      ['a:blip', (attributes) => this.#picture(attributes['r:embed'])],
      ['v:imagedata', (attributes) => this.#picture(attributes['r:id'] ?? attributes['o:relid'])],
      ['v:textpath', ({ string: text }) => text?.trim() && this.#lines([text.trim()])],
      ['c:chart', (attributes) => this.#part(attributes['r:id'])],
      ['other:chart', (attributes) => this.#part(attributes['r:id'])],
      ['dgm:relIds', (attributes) => this.#part(attributes['r:dm'])]
    ]
  }

  /** Ends a drawing: if no picture was shown, what describes it is for search. */
  end(): void {
    if (this.#description !== '') this.#place.unseen(this.#description)
    this.#description = ''
  }

  #describe(...texts: readonly (string | undefined)[]): void {
    const description = texts.filter((text) => text !== undefined && text.trim() !== '').join(': ')
    // Of shapes within each other the inner ones often repeat what the outer one says.
    if (description !== this.#description) this.end()
    this.#description = description
  }

  #picture(id: string | undefined): void {
    const { opened, part, shown } = this.#place
    const target = opened.internal(part, id)
    if (target === undefined || pictureType(opened, target) === undefined) return
    shown([{ kind: 'image', text: this.#description.trim(), resource: target }])
    this.#description = ''
  }

  #part(id: string | undefined): void {
    const { opened, part } = this.#place
    const target = opened.internal(part, id)
    if (target !== undefined) this.#lines(drawingText(opened, target))
  }

  #lines(lines: readonly string[]): void {
    this.#place.shown(lines.map((text): Block => ({ kind: 'paragraph', text, role: 'text-box' })))
  }
}
