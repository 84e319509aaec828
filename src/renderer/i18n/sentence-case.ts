/** Text with its first letter as a capital, by the rules of the language; scripts without capitals come back as they are. */
export function sentenceCase(text: string, locale: string): string {
  const [first] = text
  return first === undefined ? text : first.toLocaleUpperCase(locale) + text.slice(first.length)
}
