import type { NoteCode, SearchNote } from '#shared/model/search'

const SENTENCES: Readonly<Record<NoteCode, (text: string, limit: number) => string>> = {
  'query-cut': (text) => `The query is too long: “${text}” and what follows it were left out.`,
  'wildcard-cut': (text, limit) => `Many words have the shape “${text}”: the ${limit} most frequent are searched.`,
  'fuzzy-cut': (text, limit) => `Many words are spelled like “${text}”: the ${limit} nearest are searched.`,
  'forms-cut': (text, limit) => `“${text}” has many forms: ${limit} of them are searched.`,
  'near-cut': (text, limit) => `“${text}” can be met in many ways: ${limit} of them are searched.`,
  'wildcard-empty': (text) => `No word of this archive has the shape “${text}”.`,
  'regex-invalid': (text) => `“${text}” is not a regular expression that can be used: it was searched as words.`,
  'near-needs-words': (text) => `${text} needs words on both sides: it was read as AND.`,
  'value-unreadable': (text) => `“${text}” could not be read: it was searched as words.`,
  'no-such-name': (text) => `No name card is called “${text}”: it was searched as a phrase.`
}

/** What a note of a search says, in plain English. */
export function noteSentence({ code, text, limit = 0 }: SearchNote): string {
  return SENTENCES[code](text, limit)
}
