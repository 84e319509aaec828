/** Words for what documents are, as the fields of a query take them. */

/** Types by the word people use for them, the plainest first: each is understood by `type:`. */
const TYPE_WORDS: readonly (readonly [word: string, types: RegExp])[] = [
  ['pdf', /^application\/pdf$/],
  ['email', /^message\/|mbox|ms-outlook/],
  ['webpage', /^(?:text\/html|application\/xhtml\+xml|multipart\/related)$/],
  ['word', /word|opendocument\.text|rtf/],
  ['spreadsheet', /excel|spreadsheet|csv/],
  ['powerpoint', /powerpoint|presentation/],
  ['ebook', /epub/],
  ['image', /^image\//],
  ['audio', /^audio\//],
  ['video', /^video\//],
  ['text', /^text\/(?!html)/]
]

/** `email` for `message/rfc822`; undefined for what people have no plain word for. */
export const typeWord = (mediaType: string): string | undefined => TYPE_WORDS.find(([, types]) => types.test(mediaType))?.[0]

/** `persian` for `fa-IR`; the code where the name has more than one word, or there is none. */
export function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code.split('-')[0] ?? code)
    return name !== undefined && /^\p{L}+$/u.test(name) ? name.toLowerCase() : code
  } catch {
    // A tag that Intl does not accept: its code finds it.
    return code
  }
}
