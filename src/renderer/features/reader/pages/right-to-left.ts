const FROM_RIGHT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether a word is written from the right, by its first letter. Digits go from the left in every script. */
export function isRightToLeftText(word: string): boolean {
  return FROM_RIGHT.test(word) && /\p{L}/u.test(word)
}
