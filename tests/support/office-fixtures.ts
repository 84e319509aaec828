/** Files of the older Office programs for the golden folders that no program writes: old, locked, damaged or made to harm. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PptSlide, pptFile } from '#tests/support/ppt-file'
import { windows1256 } from '#tests/support/windows-1256'
import { oldWordFile, type WordPiece, wordFile } from '#tests/support/word-file'
import {
  biff,
  cell,
  cellFormat,
  codePage,
  filePass,
  numberFormat,
  rightToLeft,
  since1904,
  wideText,
  xlsFile
} from '#tests/support/xls-file'

const fixture = (path: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures', path))

const PERSIAN =
  'گزارش رودخانه نهرین\rنانوا و چوپان شهادت دادند که قایقها رفته بودند\rاین نامه را به شهردار دروان نوشتم و پاسخ نداد\r'

const doc: Readonly<Record<string, () => Buffer>> = {
  'old-persian': () => oldWordFile(windows1256(PERSIAN)),
  locked: () => wordFile([{ text: 'x' }], { isEncrypted: true }),
  'pieces-in-two-widths': () =>
    wordFile([{ text: 'شهادت نانوا\r' }, { text: Buffer.from('T\xe9moignage \x93\xe0 l\x92aube\x94\r', 'latin1') }]),
  'pieces-over-each-other': () =>
    wordFile([
      { text: 'The river. '.repeat(40) },
      ...Array.from({ length: 1000 }, (): WordPiece => ({ text: 'x'.repeat(440), sharesBytesOf: 0 }))
    ]),
  'pieces-that-lie': () =>
    wordFile([{ text: 'First piece.\r' }, { text: 'Second piece.\r', start: 900_000 }], { claimedLength: 2 ** 31 }),
  'fields-nested-beyond-reason': () =>
    wordFile([
      { text: `Before ${'\u0013 HYPERLINK "https://darvan.example/x" \u0014'.repeat(300)}inside${'\u0015'.repeat(300)} after\r` }
    ]),
  'cut-off': () => fixture('doc/everything/source.doc').subarray(0, 6000),
  'cut-off-in-directory': () => fixture('doc/everything/source.doc').subarray(0, 400)
}

/** A record of shared texts that ends in the middle of one, which goes on in one byte a letter. */
const SPLIT_STRINGS = [
  Buffer.concat([Buffer.alloc(8), wideText('نانوا'), Buffer.from([12, 0, 1]), Buffer.from('قایق', 'utf16le')]),
  Buffer.concat([
    Buffer.of(0),
    Buffer.from(' and boat'.slice(0, 8), 'latin1'),
    Buffer.from([3, 0, 8, 2, 0]),
    Buffer.from('end'),
    Buffer.alloc(8)
  ])
]

const xls: Readonly<Record<string, () => Buffer>> = {
  'every-kind-of-cell': () =>
    xlsFile(
      [
        {
          name: 'برگه',
          records: [
            rightToLeft(),
            cell.shared(0, 0, 0),
            cell.shared(0, 1, 1),
            cell.shared(0, 2, 2),
            cell.shared(0, 3, 99),
            cell.label(1, 0, wideText('a label\twith a tab')),
            cell.number(1, 1, 32_400.5, 1),
            cell.small(1, 2, (1250 << 2) | 3, 2),
            cell.smalls(2, 0, (7 << 2) | 2, 0x40590000, (25 << 2) | 3),
            cell.truth(3, 0, 1, false),
            cell.truth(3, 1, 7, true),
            cell.formula(3, 2, 'joined text')
          ]
        },
        { name: 'Hidden', isHidden: true, records: [cell.number(9, 200, Number.NaN), cell.number(10, 3, 1e21)] }
      ],
      {
        globals: [numberFormat(164, 'yyyy"/"mm"/"dd'), cellFormat(0), cellFormat(164), cellFormat(4)],
        strings: SPLIT_STRINGS
      }
    ),
  'old-persian': () =>
    xlsFile(
      [
        {
          name: windows1256('قایقها'),
          records: [cell.label(0, 0, Buffer.concat([Buffer.of(11, 0), windows1256('نانوا رفت .')])), cell.number(0, 1, 3.25)]
        }
      ],
      { isOld: true, globals: [codePage(1256), since1904(), cellFormat(0)] }
    ),
  locked: () => xlsFile([{ name: 'Secret', records: [cell.number(0, 0, 1)] }], { globals: [filePass()] }),
  'one-text-in-a-million-cells': () =>
    xlsFile([{ name: 'Many', records: [0, 1, 2, 3].flatMap((row) => [cell.shared(row, 65_535, 0), cell.shared(row, 0, 0)]) }], {
      strings: [Buffer.concat([Buffer.alloc(8), wideText('far to the right')])]
    }),
  'chart-inside-a-sheet': () =>
    xlsFile([
      {
        name: 'Sheet',
        records: [
          cell.number(0, 0, 5),
          biff(0x809, Buffer.from([0, 6, 0x20, 0]), Buffer.alloc(4)),
          cell.number(0, 0, 999),
          biff(0x0a),
          cell.number(1, 0, 6)
        ]
      }
    ]),
  'cut-off': () => fixture('xls/from-libreoffice/source.xls').subarray(0, 20_000)
}

const SLIDES: readonly PptSlide[] = [
  {
    texts: [
      { text: 'رودخانه نهرین', kind: 0, isInOutline: true },
      { text: 'At dawn\rthe boats\u000bwere gone', kind: 1, isInOutline: true },
      { text: Buffer.from('T\xe9moignage', 'latin1') }
    ],
    notes: 'Say this slowly.\rیادداشت',
    comment: { author: 'Kaveh', text: 'Ask the baker again.' }
  },
  { texts: [{ text: 'Second slide', kind: 6 }, { text: '*' }] }
]

const ppt: Readonly<Record<string, () => Buffer>> = {
  'titles-notes-and-comments': () => pptFile(SLIDES, { link: 'https://darvan.example/boats' }),
  locked: () => pptFile(SLIDES, { isLocked: true }),
  'without-list-of-places': () => pptFile(SLIDES, { damage: 'no-directory' }),
  'edits-in-a-circle': () => pptFile(SLIDES, { damage: 'circle' }),
  'cut-off': () => fixture('ppt/from-libreoffice/source.ppt').subarray(0, 9000)
}

const under = (format: string, made: Readonly<Record<string, () => Buffer>>) =>
  Object.entries(made).map(([name, make]) => ({ path: `${format}/${name}/source.${format}`, make }))

/** What lies under `tests/fixtures`, and how it is made. */
export const OFFICE_FIXTURES: readonly Readonly<{ path: string; make: () => Buffer }>[] = [
  ...under('doc', doc),
  ...under('xls', xls),
  ...under('ppt', ppt)
]
