import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { plainPdf } from '#tests/support/plain-pdf'
import { tarFile } from '#tests/support/tar-file'
import { zipFile } from '#tests/support/zip-file'

/** A word that is in every document of `writeCanaryFiles` and nowhere else. */
export const CANARY = 'Zarvandokhtcanary'

/** Documents of many kinds with the canary in their text, in their names, and in files inside files. */
export function writeCanaryFiles(folder: string): void {
  const text = `${CANARY} was seen on the morning of the third day.\n\n${`What ${CANARY} said is written here. `.repeat(40)}`
  const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content)
  mkdirSync(folder, { recursive: true })
  put(`${CANARY} statement.txt`, text)
  put('utf16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
  put('page.html', `<title>${CANARY}</title><link rel=stylesheet href=page_files/a.css><p>${text}</p>`)
  mkdirSync(join(folder, 'page_files'))
  put('page_files/a.css', `p::before { content: "${CANARY}" }`)
  put('letter.pdf', plainPdf([`${CANARY} wrote this letter`, 'second page']))
  put('large.pdf', plainPdf([`${CANARY} wrote a long letter`], { padding: 9 << 20 }))
  put('message.eml', `From: ${CANARY} <a@example.org>\nSubject: ${CANARY}\nContent-Type: text/plain\n\n${text}\n`)
  const inner = zipFile([{ name: `${CANARY} inside.txt`, content: text, method: 'stored' }])
  put(
    'box.zip',
    zipFile([
      { name: 'note.txt', content: `box ${text}`, method: 'stored' },
      { name: 'inner.zip', content: inner, method: 'stored' }
    ])
  )
  put('box.tar.gz', gzipSync(tarFile([{ name: `${CANARY}.txt`, content: `tar ${text}` }])))
}

const FORMS = [Buffer.from(CANARY, 'utf8'), Buffer.from(CANARY.toLowerCase(), 'utf8'), Buffer.from(CANARY, 'utf16le')]

/** Files in these folders whose content or name tells the canary, whatever their form. What vanishes meanwhile is left out. */
export function filesWithCanary(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => {
        if (path.includes(CANARY)) return true
        try {
          const bytes = statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0)
          return FORMS.some((form) => bytes.includes(form))
        } catch {
          return false
        }
      })
  )
}
