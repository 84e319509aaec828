/** Archives made to harm who opens them. */
import { gzipSync } from 'node:zlib'
import { tarFile } from '#tests/support/tar-file'
import { zipFile } from '#tests/support/zip-file'

const WORDS = 'A file with a bad name about the sandpiper.'

/** Folders in folders, as deep as labels go, another chain for every file. */
const deepFolders = (): Buffer =>
  gzipSync(
    tarFile(
      Array.from({ length: 600 }, (_, at) => {
        const number = at.toString(36).padStart(2, '0')
        return [
          { name: '././@LongLink', type: 'L', content: `${number}/${'a/'.repeat(490)}${number}.txt\0` },
          { name: 'cut', content: `${number} sandpiper` }
        ]
      }).flat()
    )
  )

/** As many files as one name can have. */
const sameName = (): Buffer =>
  gzipSync(tarFile(Array.from({ length: 3000 }, (_, at) => ({ name: 'same.txt', content: `${at % 3}` }))))

const badNames = (): Buffer =>
  zipFile(
    [
      'nul\u0000byte.txt',
      '\u202egpj.exe',
      `${'long '.repeat(800)}.txt`,
      '\u200f\u2066hidden\u2069.txt',
      '__proto__',
      'constructor',
      '..',
      '/',
      ' '
    ].map((name) => ({ name, content: WORDS, method: 'stored' as const }))
  )

/** A thousand levels of folders in one name. */
const deepZip = (): Buffer => zipFile([{ name: `${'d/'.repeat(30_000)}deep.txt`, content: WORDS }])

const SEVEN_ZIP = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, ...Array.from({ length: 24 }, () => 0xff)])
const RAR = Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), Buffer.alloc(64, 0xff)])

/** A million packed nothings behind each other. */
const manyMembers = (): Buffer => {
  const nothing = gzipSync('')
  return Buffer.concat(Array.from({ length: 60_000 }, () => nothing))
}

export const HOSTILE_ARCHIVES: Readonly<Record<string, () => Buffer | string>> = {
  'deep folders.tar.gz': deepFolders,
  'same name.tar.gz': sameName,
  'bad names.zip': badNames,
  'deep.zip': deepZip,
  'huge.7z': () => SEVEN_ZIP,
  'huge.rar': () => RAR,
  'many members.txt.gz': manyMembers
}
