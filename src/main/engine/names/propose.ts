/** Spellings that a name may have too: by rule, and by what stands in the archive. Proposals only; nothing is changed here. */

import { getNameRow } from '#engine/names/changing'
import { listStandingPhrases } from '#engine/names/standing-phrases'
import { writtenAs } from '#engine/names/written-as'
import type { ReadDb } from '#engine/store/connection'
import { countPhraseDocuments } from '#engine/store/mentions'
import type { NameId } from '#shared/model/ids'
import type { NameKind, NameProposal } from '#shared/model/name'
import { indexText } from '#shared/text/index-text'
import { ruleSpellings } from '#shared/text/transliterate/rule-spellings'

const MOST = 24
/** Spellings of a card that proposals are made from: the first ones are those it was made with. */
const MOST_BASES = 6
/** Spellings by rule that stand nowhere yet: they are for later imports, and must not hide what does stand. */
const MOST_UNSEEN = 4

/** For a card, from its spellings that are on; none that it has already, on or off. Throws SanadError `not-found`. Cost: see below. */
export function proposeForCard(db: ReadDb, id: NameId): NameProposal[] {
  const { kind, spellings } = getNameRow(db, id)
  const bases = spellings.filter(({ isOn }) => isOn).map(({ text }) => text)
  return propose(db, bases.slice(0, MOST_BASES), kind, new Set(spellings.map(({ key }) => key)))
}

/** For a name that has no card yet. */
export function proposeForText(db: ReadDb, text: string, kind: NameKind): NameProposal[] {
  return propose(db, [text], kind, new Set([indexText(text)]))
}

/** Those in the archive first, likeliest first. Cost: some walks over the vocabulary and some hundred look-ups; up to 0.5 s. */
function propose(db: ReadDb, bases: readonly string[], kind: NameKind, known: ReadonlySet<string>): NameProposal[] {
  const costs = new Map<string, number>()
  const unseen: string[] = []
  const note = (key: string, cost: number): void => {
    if (!known.has(key)) costs.set(key, Math.min(cost, costs.get(key) ?? cost))
  }
  for (const base of bases) {
    for (const { key, cost } of listStandingPhrases(db, base, kind)) note(key, cost)
    for (const [at, key] of ruleSpellings(base, kind).entries()) {
      if (known.has(key) || costs.has(key)) continue
      if (countPhraseDocuments(db, key) > 0) note(key, 0.1 + at * 0.02)
      else unseen.push(key)
    }
  }
  const standing = [...costs].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST)
  return [
    ...standing.map(([key]) => ({
      key,
      text: writtenAs(db, key),
      origin: 'vocabulary' as const,
      documents: countPhraseDocuments(db, key)
    })),
    ...[...new Set(unseen)]
      .slice(0, MOST_UNSEEN)
      .map((key) => ({ key, text: capitalised(key), origin: 'rule' as const, documents: 0 }))
  ]
}

/** Folded words as names are written: with capitals, and a point after an initial. */
const capitalised = (key: string): string =>
  key
    .replace(/(?<=^| )[\p{Script=Latin}\p{Script=Cyrillic}](?= )/gu, '$&.')
    .replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase())
