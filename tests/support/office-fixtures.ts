/** Files of the older Office programs for the golden folders that no program writes: old, locked, damaged or made to harm. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { windows1256 } from '#tests/support/windows-1256'
import { oldWordFile, type WordPiece, wordFile } from '#tests/support/word-file'

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

/** What lies under `tests/fixtures`, and how it is made. */
export const OFFICE_FIXTURES: readonly Readonly<{ path: string; make: () => Buffer }>[] = Object.entries(doc).map(
  ([name, make]) => ({ path: `doc/${name}/source.doc`, make })
)
