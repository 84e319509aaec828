// A recording, a text of an old word processor, and an archive that holds what came in one bag.
import { lettersAsCsv } from './open-document.mjs'
import { map, stamp } from './pictures.mjs'
import { zip } from './zip.mjs'

const rate = 8000
const seconds = 3

/** Three seconds of a bell that dies away: sound of 8,000 eight-bit samples a second (WAVE). */
export function bell() {
  const samples = Buffer.alloc(rate * seconds)
  for (let at = 0; at < samples.length; at++) {
    const time = at / rate
    const tone = Math.sin(2 * Math.PI * 440 * time) + 0.5 * Math.sin(2 * Math.PI * 1173 * time)
    samples[at] = Math.round(128 + 60 * Math.exp(-1.6 * time) * tone)
  }
  const info = Buffer.from('INFOINAM\x18\0\0\0Bell of the prison gate\0', 'latin1')
  const head = Buffer.alloc(24)
  head.write('fmt ', 'latin1')
  head.writeUInt32LE(16, 4)
  head.writeUInt16LE(1, 8)
  head.writeUInt16LE(1, 10)
  head.writeUInt32LE(rate, 12)
  head.writeUInt32LE(rate, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(8, 22)
  const chunk = (name, body) => {
    const frame = Buffer.alloc(8)
    frame.write(name, 'latin1')
    frame.writeUInt32LE(body.length, 4)
    return Buffer.concat([frame, body])
  }
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), head, chunk('LIST', info), chunk('data', samples)]))
}

const bytesOfArabic = (text) =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0)
    return code < 128 ? character : `\\u${code}?`
  }).join('')

/** A statement in Arabic and English as rich text. */
export const statement = () =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}{\\info{\\title A driver remembers}{\\author The River Chronicle (example)}{\\creatim\\yr1998\\mo11\\dy2}}
\\pard\\b A driver remembers\\b0\\par
\\pard He drove the lorry that delivered bread to Nehrin. In August, he says, the order fell by half, and nobody explained it.\\par
\\pard\\rtlpar ${bytesOfArabic('«كنت أوصل الخبز إلى سجن نهرين. في آب انخفض الطلب إلى النصف.»')}\\par
\\pard\\i Example document, written for the Sanad sample archive.\\i0\\par}
`

/** What came in one bag: a receipt, a table, a sketch, and a smaller bag. */
export const evidenceBag = () =>
  zip([
    [
      'bag 7/receipt.txt',
      'Received on 2 November 1998 from the driver: one sketch, one table, one envelope.\nExample document, written for the Sanad sample archive.\n'
    ],
    ['bag 7/letters by month.csv', lettersAsCsv()],
    ['bag 7/sketch of the yard.png', map()],
    [
      'bag 7/envelope.zip',
      zip([
        ['stamp.png', stamp()],
        ['on the back.txt', 'Written on the back of the envelope, in pencil: the green ledger, page 14.\n']
      ])
    ]
  ])
