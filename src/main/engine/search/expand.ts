/** Other forms of a word that stand in the archive and are found with it: inflections, and compounds it is the head of. */

import type { ReadDb } from '#engine/store/connection'
import { listStanding, listWordsEndingWith } from '#engine/store/full-text'
import { isCompoundHead, isCompoundOf } from '#shared/text/compound'
import { formsToLookUp, inflectedForms } from '#shared/text/inflection'

/** A word with more forms than this is no longer one word. */
const MAX_FORMS = 24
/** Long words with one ending that are looked at. */
const MAX_CANDIDATES = 1000

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
  const inflected = inflectedForms(term, listStanding(db, formsToLookUp(term)))
  const forms = new Set(inflected)
  for (const head of [term, ...inflected]) {
    if (!isCompoundHead(head)) continue
    for (const word of listWordsEndingWith(db, head, MAX_CANDIDATES)) if (isCompoundOf(head, word)) forms.add(word)
  }
  forms.delete(term)
  return [...forms].slice(0, MAX_FORMS)
}
