import type { Attributes } from '#engine/extract/xml/read-xml'

const LONGEST_CODE = 4000

type Field = {
  code: string
  isResult: boolean
  href: string | undefined
  /** Fields of a form whose value stands in their settings. */
  form: 'none' | 'check' | 'list'
  isChecked: boolean
  entries: string[]
  chosen: number
}

/** The fields a story is inside of: their codes are not text, their results are. */
export class Fields {
  readonly #open: Field[] = []

  /** False inside the code of a field. */
  get isText(): boolean {
    return this.#open.every(({ isResult }) => isResult)
  }

  /** The address that the text here links to. */
  get href(): string | undefined {
    return this.#open.findLast(({ href }) => href !== undefined)?.href
  }

  /** A mark between the parts of a field. Answers with the value of a form field that ends without showing one. */
  mark(kind: string | undefined): string | undefined {
    if (kind === 'begin') {
      this.#open.push({ code: '', isResult: false, href: undefined, form: 'none', isChecked: false, entries: [], chosen: 0 })
      return undefined
    }
    const field = this.#open.at(-1)
    if (!field) return undefined
    if (kind === 'separate') {
      field.isResult = true
      field.href = addressOf(field.code)
      return undefined
    }
    this.#open.pop()
    if (field.form === 'check') return field.isChecked ? '☒' : '☐'
    return field.form === 'list' ? (field.entries[field.chosen] ?? '') : undefined
  }

  code(text: string): void {
    const field = this.#open.at(-1)
    if (field && !field.isResult && field.code.length < LONGEST_CODE) field.code += text
  }

  /** An element inside the settings of a form field. */
  setting(name: string, attributes: Attributes): void {
    const field = this.#open.at(-1)
    if (!field) return
    const value = attributes['w:val']
    if (name === 'w:checkBox') field.form = 'check'
    else if (name === 'w:ddList') field.form = 'list'
    else if (name === 'w:listEntry' && field.entries.length < 1000) field.entries.push(value ?? '')
    else if (name === 'w:result') field.chosen = Number(value) || 0
    else if (field.form === 'check' && (name === 'w:checked' || name === 'w:default'))
      field.isChecked = value === undefined || value === '1' || value === 'true'
  }
}

/** The address of a HYPERLINK field; undefined for other fields and for places in the same document. */
export function addressOf(code: string): string | undefined {
  const match = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))/i.exec(code)
  return match?.[1] || match?.[2] || undefined
}
