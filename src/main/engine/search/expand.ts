/** Other forms of a word that stand in the archive and are found with it: inflections, and compounds it is the head of. */

import type { ReadDb } from '#engine/store/connection'
import { listStanding, listWordsEndingWith } from '#engine/store/full-text'
import { isCompoundHead, isCompoundOf } from '#shared/text/compound'
import { formsToLookUp, inflectedForms } from '#shared/text/inflection'

/** A word with more forms than this is no longer one word. */
export const MOST_FORMS = 24
/** Long words with one ending that are looked at. */
const MOST_CANDIDATES = 1000

export type WordForm = Readonly<{ term: string; kind: 'inflection' | 'compound' }>

type Forms = Readonly<{ forms: readonly WordForm[]; isCut: boolean }>

/** Forms of `term` in this archive, `term` left out; `isCut` when it has more than `MOST_FORMS`. Cost: some hundred index look-ups. */
export function listForms(db: ReadDb, term: string): Forms {
  const inflected = inflectedForms(term, listStanding(db, formsToLookUp(term)))
  const forms = new Map<string, WordForm>(inflected.map((form) => [form, { term: form, kind: 'inflection' }]))
  for (const head of [term, ...inflected]) {
    if (!isCompoundHead(head)) continue
    for (const word of listWordsEndingWith(db, head, MOST_CANDIDATES))
      if (isCompoundOf(head, word) && !forms.has(word)) forms.set(word, { term: word, kind: 'compound' })
  }
  forms.delete(term)
  return { forms: [...forms.values()].slice(0, MOST_FORMS), isCut: forms.size > MOST_FORMS }
}
