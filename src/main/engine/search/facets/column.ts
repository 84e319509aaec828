/** Growing by this factor keeps the copying of a growing archive linear. */
const GROWTH = 1.5

/**
 * One property of every document: a dictionary of what stands there, and for each document (by its id) the code of its entry.
 * Code 0 is the empty entry. Cost: four bytes a document, and each different entry once.
 */
export class Column {
  #codes = new Uint32Array(1024)
  readonly #codeOf = new Map<string, number>([['', 0]])
  readonly #entries: string[] = ['']
  readonly #uses: number[] = [0]

  /** The codes by document id; valid until the next `set`. */
  get codes(): Uint32Array {
    return this.#codes
  }

  /** How many codes there are. */
  get size(): number {
    return this.#entries.length
  }

  entry(code: number): string {
    return this.#entries[code] ?? ''
  }

  /** How many documents have this code. */
  uses(code: number): number {
    return this.#uses[code] ?? 0
  }

  set(id: number, entry: string): void {
    if (id >= this.#codes.length) this.#grow(id)
    const before = this.#codes[id] ?? 0
    const code = this.#code(entry)
    this.#codes[id] = code
    this.#uses[before] = Math.max(0, this.uses(before) - 1)
    this.#uses[code] = this.uses(code) + 1
  }

  #code(entry: string): number {
    const known = this.#codeOf.get(entry)
    if (known !== undefined) return known
    const code = this.#entries.push(entry) - 1
    this.#codeOf.set(entry, code)
    return code
  }

  #grow(id: number): void {
    const grown = new Uint32Array(Math.ceil((id + 1) * GROWTH))
    grown.set(this.#codes)
    this.#codes = grown
  }
}
