import { CHARACTER, classAt } from '#shared/text/char-class'

const CLUSTERED =
  /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Tai_Viet}\p{Script=Javanese}\p{Script=Balinese}]/u

/** True for a term that is one letter of a script written without spaces (Han, kana, Hangul, Thai, Khmer, …) with its marks. */
export function isUnspacedLetter(term: string): boolean {
  return classAt(term, 0) === CHARACTER
}

/** True for such a letter of a script that writes vowels as signs on the letter, so that more signs may follow it. */
export function takesVowelSigns(term: string): boolean {
  return CLUSTERED.test(term)
}
