/** Other forms of a word that stand in the archive and are found with it: inflections, and compounds it is the head of. */

import type { ReadDb } from '#engine/store/connection'
import { listTerms, listWordsEndingWith } from '#engine/store/full-text'
import { isCompoundOf } from '#shared/text/compound'
import { inflectedForms, inflectionPrefix } from '#shared/text/inflection'

/** A word with more forms than this is no longer one word. */
const MAX_FORMS = 24
/** Bounds the look into the vocabulary; a beginning shared by more terms is too short to say anything. */
const MAX_CANDIDATES = 4000

export type Forms = (term: string) => readonly string[]

/** Forms of terms in this archive, remembered for as long as the returned function lives: make one for each query. */
export function formsIn(db: ReadDb): Forms {
  const known = new Map<string, readonly string[]>()
  return (term) => {
    let forms = known.get(term)
    if (!forms) {
      forms = listForms(db, term)
      known.set(term, forms)
    }
    return forms
  }
}

function listForms(db: ReadDb, term: string): readonly string[] {
  const forms = new Set<string>()
  const prefix = inflectionPrefix(term)
  if (prefix !== null) for (const form of inflectedForms(term, listTerms(db, prefix, MAX_CANDIDATES))) forms.add(form)
  for (const word of listWordsEndingWith(db, term, MAX_CANDIDATES)) if (isCompoundOf(term, word)) forms.add(word)
  forms.delete(term)
  return [...forms].slice(0, MAX_FORMS)
}
