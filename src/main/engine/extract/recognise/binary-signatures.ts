/** Types that begin with fixed bytes and that the library of file types does not know. `at` is where they stand, 0 as a rule. */
const SIGNATURES: readonly Readonly<{ type: string; hex: string; at?: number }>[] = [
  // Outlook's stores of mail; the library takes them for what they are not.
  { type: 'application/vnd.ms-outlook-pst', hex: '2142444e' },
  { type: 'application/vnd.ms-tnef', hex: '789f3e22' },
  { type: 'application/x-outlook-express-store', hex: 'cfad12fe' },
  { type: 'application/x-msaccess', hex: '000100005374616e64617264' },
  { type: 'application/onenote', hex: 'e4525c7b8cd8a74daeb15378d02996d3' },
  { type: 'application/vnd.wordperfect', hex: 'ff575043' },
  { type: 'application/x-mswrite', hex: '31be000000ab' },
  { type: 'application/x-mswrite', hex: '32be000000ab' },
  { type: 'application/winhlp', hex: '3f5f0300' },
  { type: 'application/x-lotus123', hex: '00001a00' },
  { type: 'application/x-quattro-pro', hex: '00000200' },
  { type: 'image/vnd.djvu', hex: '41542654464f524d' },
  { type: 'image/emf', hex: '20454d46', at: 40 },
  { type: 'image/wmf', hex: 'd7cdc69a' },
  { type: 'application/x-iso9660-image', hex: '4344303031', at: 0x8001 }
]

/** The type of a file that begins with one of these; undefined for others. Cost: none to speak of. */
export function binarySignature(head: Uint8Array): string | undefined {
  return SIGNATURES.find(({ hex, at = 0 }) => {
    const bytes = Buffer.from(hex, 'hex')
    return bytes.equals(head.subarray(at, at + bytes.length))
  })?.type
}
