/** Names from inside a file are labels: shown, recorded, never used as a path on disk. */

/** Control characters, and the marks that turn the direction of what follows, so that `exe.txt` could show as `txt.exe`. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g
const BROKEN_PAIR = /\p{Surrogate}/gu
const LONGEST_NAME = 200
const LONGEST_PATH = 1000

/**
 * A path from inside a file as it is shown: `/` between its parts, no root, no drive, steps upwards as `(..)`, control and direction
 * characters as `\ufffd`, long names cut before their extension. Never empty.
 */
export function memberLabel(path: string): string {
  const parts = path
    .slice(0, 16_384)
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:\//, '')
    .split('/')
    .map(partLabel)
    .filter((part) => part !== '')
  const name = parts.pop() ?? 'unnamed'
  const above = parts.join('/')
  return above.length + name.length < LONGEST_PATH
    ? [...parts, name].join('/')
    : `${above.slice(0, LONGEST_PATH - name.length)}…/${name}`
}

function partLabel(part: string): string {
  if (part === '.') return ''
  if (part === '..') return '(..)'
  const clean = part.replace(UNSEEN, '\ufffd').replace(BROKEN_PAIR, '\ufffd').trim()
  if (clean.length <= LONGEST_NAME) return clean
  const dot = clean.lastIndexOf('.')
  const end = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : ''
  return `${clean.slice(0, LONGEST_NAME - end.length - 1).replace(BROKEN_PAIR, '')}…${end}`
}

/** Gives every member of one container a label of its own: the second `a.txt` becomes `a (2).txt`. */
export class MemberLabels {
  readonly #used = new Set<string>()
  /** The number that each label was last given: an archive may hold as many files of one name as it likes. */
  readonly #last = new Map<string, number>()

  next(path: string): string {
    const label = memberLabel(path)
    for (let n = (this.#last.get(label) ?? 0) + 1; ; n++) {
      const tried = n === 1 ? label : numbered(label, n)
      if (this.#used.has(tried)) continue
      this.#used.add(tried)
      this.#last.set(label, n)
      return tried
    }
  }
}

function numbered(label: string, n: number): string {
  const name = label.lastIndexOf('/') + 1
  const dot = label.lastIndexOf('.')
  return dot > name ? `${label.slice(0, dot)} (${n})${label.slice(dot)}` : `${label} (${n})`
}
