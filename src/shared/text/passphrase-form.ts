/** Letters and digits that look alike, and of which keyboards for the same script make one or the other. */
const ALIKE: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک' }
const [ARABIC_ZERO, PERSIAN_ZERO] = [0x0660, 0x06f0]

/**
 * A passphrase in the one form in which it is compared and used: whoever types the same keys on another computer opens the archive.
 *
 * NFC, so that é is the same of one character or two; ي and ى as ی, ك as ک, Arabic and Persian digits as those of ASCII, because Persian and
 * Arabic keyboards of different systems differ in nothing else that can be seen; a space that does not break as a space; and without
 * characters that are not drawn (ZWNJ, ZWJ, soft hyphen, marks of direction, byte order marks): in a field that shows dots nobody knows whether
 * they are there. Case, spaces and all else count. Part of the format of `archive.key`: it may never change for version 1.
 */
export function passphraseForm(passphrase: string): string {
  return passphrase
    .normalize('NFC')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[يىك]/g, (letter) => ALIKE[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
      const code = digit.charCodeAt(0)
      return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO))
    })
}

/** More is refused where a passphrase is set, by the window and the command line alike: either must be able to open what the other locked. */
export const LONGEST_PASSPHRASE = 1000
