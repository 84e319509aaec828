import { prefixOf } from '#engine/extract/xml/namespaces'

/** Attributes of an element by their names, decoded. */
export type Attributes = Readonly<Record<string, string>>

/**
 * Turns the names of a file into those that formats know: `main:p` becomes `w:p` where `main` stands for that namespace. Elements of
 * no namespace, or of one that nobody reads, keep their names, the latter behind `other:`.
 *
 * Files nearly always use the prefixes that formats know, and declare them once: then a name costs one look-up.
 */
export class NameScope {
  #prefixes = new Map<string, string>()
  #names = new Map<string, string>()
  /** True while every prefix stands for itself, so that attributes need no renaming. */
  #isPlain = true
  readonly #outer: [prefixes: Map<string, string>, names: Map<string, string>, isPlain: boolean, depth: number][] = []
  #depth = 0

  /** Begins an element; its own declarations count for its own name. */
  enter(attributes: Attributes): void {
    this.#depth++
    let declared: Map<string, string> | undefined
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue
      declared ??= new Map(this.#prefixes)
      if (name === 'xmlns') declared.set('', this.#known(attributes[name] ?? ''))
      else if (name.charCodeAt(5) === 0x3a) declared.set(name.slice(6), this.#known(attributes[name] ?? ''))
    }
    if (declared === undefined) return
    this.#outer.push([this.#prefixes, this.#names, this.#isPlain, this.#depth])
    this.#prefixes = declared
    this.#names = new Map()
    this.#isPlain = [...declared].every(([own, known]) => own === '' || own === known || known === 'other')
  }

  /** Ends the innermost element. */
  leave(): void {
    if (this.#outer.at(-1)?.[3] === this.#depth) {
      const outer = this.#outer.pop()
      if (outer) [this.#prefixes, this.#names, this.#isPlain] = outer
    }
    this.#depth--
  }

  element(name: string): string {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    const colon = name.indexOf(':')
    const prefix = this.#prefixes.get(colon < 0 ? '' : name.slice(0, colon))
    const full = prefix === undefined || prefix === '' ? name : `${prefix}:${name.slice(colon + 1)}`
    this.#names.set(name, full)
    return full
  }

  attributes(attributes: Attributes): Attributes {
    if (this.#isPlain) return attributes
    const renamed: Record<string, string> = {}
    for (const name in attributes) {
      const colon = name.indexOf(':')
      const prefix = colon < 0 ? undefined : this.#prefixes.get(name.slice(0, colon))
      renamed[prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`] = attributes[name] ?? ''
    }
    return renamed
  }

  #known(namespace: string): string {
    return namespace === '' ? '' : (prefixOf(namespace) ?? 'other')
  }
}
