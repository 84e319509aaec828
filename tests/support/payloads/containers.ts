/** Documents of other kinds that carry all payloads at once, as far as their kind can. */

import { epubFile } from '#tests/support/epub-file'
import { mhtmlFile } from '#tests/support/mhtml-file'
import { docxFile } from '#tests/support/office/docx-file'
import { zipFile } from '#tests/support/zip-file'

/** Ends whatever a payload may have left open, so that the next one is read as markup again. */
const CLOSERS =
  '--></script></style></title></textarea></xmp></noscript></noembed></noframes></iframe></template></select></svg></math></table></object></video></audio></form></a></button>"\'>\n'

const MAIL_HEAD = [
  'From: a@example.org',
  'To: b@example.org',
  'Subject: Letter with everything',
  'Date: Mon, 1 Jan 2024 00:00:00 +0000',
  'Message-ID: <payloads@example.org>',
  'MIME-Version: 1.0'
]
const SAVED_HEAD = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="b"'
]

/** By file name. `pages` are HTML pages, each with one payload. */
export function containersOf(pages: readonly Buffer[]): Readonly<Record<string, Buffer | string>> {
  const all = pages.map((page) => page.toString('utf8')).join(CLOSERS)
  const title = '<title>A page with everything</title><p>Something to read about the kingfisher.</p>'
  return {
    'everything.html': title + all,
    'everything.md': `# Everything\n\nSomething to read about the kingfisher.\n\n${all.replaceAll(CLOSERS, `${CLOSERS}\n\n`)}\n\n[a](javascript:alert(1)) ![b](javascript:alert(1)) <javascript:alert(1)>`,
    'everything.mht': mhtmlFile(SAVED_HEAD, 'b', [
      { headers: ['Content-Type: text/html', 'Content-Location: https://example.org/'], content: title + all, encoding: 'base64' }
    ]),
    'everything.eml': mhtmlFile([...MAIL_HEAD, 'Content-Type: multipart/alternative; boundary="b"'], 'b', [
      { headers: ['Content-Type: text/html; charset=utf-8'], content: title + all, encoding: 'base64' }
    ]),
    'everything.docx': docxFile(
      '<w:p><w:r><w:t>Something to read about the kingfisher.</w:t></w:r></w:p><w:altChunk r:id="rAlt"/>',
      {
        parts: [{ name: 'word/chunk.html', type: 'text/html', content: Buffer.from(title + all) }],
        links: [{ from: 'word/document.xml', id: 'rAlt', type: 'aFChunk', target: 'chunk.html' }]
      }
    ),
    'everything.epub': epubFile({
      chapters: Object.fromEntries(pages.map((page, at) => [`c${at}.xhtml`, page.toString('utf8').replace(/^.*<body>/s, '')]))
    }),
    'everything.zip': zipFile(pages.slice(0, 40).map((content, at) => ({ name: `zipped ${at}.html`, content })))
  }
}
