// Reads the texts of an archive as src/main/engine/text keeps them: runs of chunks, all but the first packed with the first as dictionary.
import { inflateRawSync } from 'node:zlib'

/** What is kept of each chunk of a run: the line before its text, and the text. */
function chunksOf({ sizes, chunks }) {
  let at = 0
  let dictionary
  return JSON.parse(sizes).map(([, bytes]) => {
    const packed = chunks.subarray(at, at + bytes)
    at += bytes
    const content = inflateRawSync(packed, dictionary === undefined ? {} : { dictionary })
    dictionary ??= content.subarray(-32768)
    const text = content.toString('utf8')
    const line = text.indexOf('\n')
    return { head: JSON.parse(text.slice(0, line)), text: text.slice(line + 1) }
  })
}

/** Puts a chunk of all text together from its own characters and the parts of the reader text it names. */
function composed({ head, text }, reader) {
  let done = 0
  let all = ''
  for (let at = 0; at + 2 < head.length; at += 3) {
    all += text.slice(done, done + head[at]) + reader.slice(head[at + 1], head[at + 1] + head[at + 2])
    done += head[at]
  }
  return all + text.slice(done)
}

/** Both texts of a document (`id`); undefined when it has none. */
export function textsOfDocument(db, id) {
  const runs = db.prepare('SELECT view, sizes, chunks FROM document_text WHERE document_id = ? ORDER BY view, start').all(id)
  if (runs.length === 0) return undefined
  const of = (view) => runs.filter((run) => run.view === view).flatMap(chunksOf)
  const reader = of(0)
    .map(({ text }) => text)
    .join('')
  const all = of(1).map((chunk) => composed(chunk, reader))
  return { reader, all: runs.some(({ view }) => view === 1) ? all.join('') : reader }
}
