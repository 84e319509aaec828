/** Persian and Arabic letters in windows-1256, of which older systems made file names and texts; what is not listed is ASCII. */
const LETTERS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'پچژگکابتثجحخدرزسشصطعفقلمنهوی'].map((letter, at) => [
    letter,
    [
      0x81, 0x8d, 0x8e, 0x90, 0x98, 0xc7, 0xc8, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd8, 0xda,
      0xdd, 0xde, 0xe1, 0xe3, 0xe4, 0xe5, 0xe6, 0xed
    ][at] ?? 0x3f
  ])
)

/** The bytes of a text in windows-1256. */
export function windows1256(text: string): Uint8Array {
  return Uint8Array.from([...text], (letter) => LETTERS[letter] ?? letter.charCodeAt(0))
}
