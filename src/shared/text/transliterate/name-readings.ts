import { indexText } from '#shared/text/index-text'
import { isArticle } from '#shared/text/transliterate/article'
import { withoutTitles } from '#shared/text/transliterate/titles'

const words = (list: string): readonly string[] => list.trim().split(/\s+/).map(indexText)

/** Beginnings that are written joined or apart: Abdollah and Abd Allah, Nourbakhsh. Longest first. */
const BEGINNINGS = words(
  'mohammad abdol abdul abdel abdal gholam ghulam amir abd al el abu abou bin ibn ben عبدال محمد غلام خواجه امیر عبد ال ابو بن ابن'
)
/** Endings that are written joined or apart: Hosseinzadeh and Hossein Zadeh, Asadollah, Hamidreza. Longest first. */
const ENDINGS = words(
  `zadegan mohammad hossein hussein hussain hosein husain zadeh nejad nezhad nejhad allah ollah ullah hasan hassan bakhsh dokht panah abadi
  zade sadeh pour poor alah eddin oddin uddin aldin reza riza rida khani vand shah khan ali din pur nejad lou loo
  زادگان زاده نژاد پور الله الدین دین خانی خان حسین محمد رضا حسن علی دخت پناه بخش آبادی وند شاه فر لو`
)
const APOSTROPHE = /(?<=\p{L})['‘’ʻʼʾʿ`´](?=\p{L})/gu
const SHORTEST_REST = 3
/** Words shorter than this are not cut where no known part ends. */
const SHORTEST_CUT = 6
const MOST = 16

/**
 * The ways to cut a name into words: as written, without titles, with joined parts apart and parts that stand apart joined. The first is
 * the name itself. Each is a list of index terms. `isWord` tells which words the archive has: a word that is two of them may be cut there.
 */
export function nameReadings(text: string, isWord: (term: string) => boolean = () => false): readonly (readonly string[])[] {
  const written = termsOf(text)
  if (written.length === 0) return []
  const readings = new Map<string, readonly string[]>()
  const add = (terms: readonly string[]): void => {
    if (terms.length > 0 && readings.size < MOST) readings.set(terms.join(' '), terms)
  }
  add(written)
  const name = withoutTitles(written)
  add(name)
  // A joiner that takes no room shows where a word is cut: قره‌باغی.
  add(withoutTitles(termsOf(text.replaceAll('\u200c', ' '))))
  // An apostrophe for a hamza or an ayn parts words in the index: Mo’meni.
  add(withoutTitles(termsOf(text.replace(APOSTROPHE, ''))))
  const given = [...readings.values()]
  // What is added is walked too: Abdolrahman, Abd Alrahman, Abd Al Rahman.
  for (const base of readings.values()) {
    for (let at = 0; at < base.length; at++) {
      const [term = '', next] = [base[at], base[at + 1]]
      if (next !== undefined && isOneWithNext(term, next)) add(joinedAt(base, at))
      for (const parts of partsOf(term)) add([...base.slice(0, at), ...parts, ...base.slice(at + 1)])
    }
  }
  for (const base of given) {
    for (let at = 0; at < base.length; at++) {
      // Of two words one is the given name and the other one the family's.
      if (base.length > 2 && at < base.length - 1) add(joinedAt(base, at))
      for (const parts of cutsOf(base[at] ?? '', isWord)) add([...base.slice(0, at), ...parts, ...base.slice(at + 1)])
    }
  }
  return [...readings.values()]
}

const termsOf = (text: string): readonly string[] => indexText(text).split(' ').filter(Boolean)

const isOneWithNext = (term: string, next: string): boolean =>
  BEGINNINGS.includes(term) || ENDINGS.includes(next) || isArticle(term, next)

const joinedAt = (terms: readonly string[], at: number): readonly string[] => [
  ...terms.slice(0, at),
  `${terms[at] ?? ''}${terms[at + 1] ?? ''}`,
  ...terms.slice(at + 2)
]

function partsOf(term: string): readonly (readonly string[])[] {
  const beginnings = BEGINNINGS.filter((start) => term.startsWith(start) && term.length - start.length >= SHORTEST_REST)
  const endings = ENDINGS.filter((end) => term.endsWith(end) && term.length - end.length >= SHORTEST_REST)
  return [
    ...beginnings.map((start) => [start, term.slice(start.length)]),
    ...endings.map((end) => [term.slice(0, -end.length), end])
  ]
}

/** The word cut in two where both parts are words too. */
function cutsOf(term: string, isWord: (term: string) => boolean): readonly (readonly string[])[] {
  if (term.length < SHORTEST_CUT) return []
  const cuts = Array.from({ length: term.length - 2 * SHORTEST_REST + 1 }, (_, at) => at + SHORTEST_REST)
  return cuts.map((at) => [term.slice(0, at), term.slice(at)]).filter((parts) => parts.every(isWord))
}
