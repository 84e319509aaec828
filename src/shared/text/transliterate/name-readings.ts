import { indexText } from '#shared/text/index-text'
import { withoutTitles } from '#shared/text/transliterate/titles'

const words = (list: string): readonly string[] => list.trim().split(/\s+/).map(indexText)

/** Beginnings that are written joined or apart: Abdollah and Abd Allah, Nourbakhsh. Longest first. */
const BEGINNINGS = words('abdol abdul abdel abdal abd ghol al el عبدال عبد ال ابو abu abou bin ibn ben بن ابن')
/** Endings that are written joined or apart: Hosseinzadeh and Hossein Zadeh, Asadollah. Longest first. */
const ENDINGS = words(
  'zadegan zadeh zade sadeh pour poor pur nejad nezhad nejhad allah ollah ullah alah eddin oddin uddin aldin din khan زادگان زاده نژاد پور الله الدین دین خان فر لو'
)
const SHORTEST_REST = 3
const MOST = 10

/**
 * The ways to cut a name into words: as written, without titles, with joined parts apart and parts that stand apart joined. The first is
 * the name itself. Each is a list of index terms.
 */
export function nameReadings(text: string): readonly (readonly string[])[] {
  const written = indexText(text).split(' ').filter(Boolean)
  if (written.length === 0) return []
  const readings = new Map<string, readonly string[]>()
  const add = (terms: readonly string[]): void => {
    if (terms.length > 0 && readings.size < MOST) readings.set(terms.join(' '), terms)
  }
  add(written)
  const name = withoutTitles(written)
  add(name)
  for (const base of [...readings.values()]) {
    for (let at = 0; at < base.length; at++) {
      const term = base[at] ?? ''
      const next = base[at + 1]
      if (next !== undefined && (BEGINNINGS.includes(term) || ENDINGS.includes(next)))
        add([...base.slice(0, at), term + next, ...base.slice(at + 2)])
      for (const parts of partsOf(term)) add([...base.slice(0, at), ...parts, ...base.slice(at + 1)])
    }
  }
  return [...readings.values()]
}

function partsOf(term: string): readonly (readonly string[])[] {
  const beginning = BEGINNINGS.find((start) => term.startsWith(start) && term.length - start.length >= SHORTEST_REST)
  const ending = ENDINGS.find((end) => term.endsWith(end) && term.length - end.length >= SHORTEST_REST)
  return [
    ...(beginning ? [[beginning, term.slice(beginning.length)]] : []),
    ...(ending ? [[term.slice(0, -ending.length), ending]] : [])
  ]
}
