import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WORDS = 'letter ward river winter prisoner family orchard witness summer book road silence number stamp coat name'.split(
  ' '
)

/** Writes `files` small text and HTML documents, all different, a hundred to a folder. The same number gives the same bytes. */
export function writeGeneratedFolder(folder: string, files: number): void {
  for (let i = 0; i < files; i++) {
    const inside = join(folder, `box ${String(Math.floor(i / 100)).padStart(3, '0')}`)
    if (i % 100 === 0) mkdirSync(inside, { recursive: true })
    const sentences = Array.from({ length: 40 }, (_, at) => {
      const word = (step: number): string => WORDS[(i * 7 + at * 3 + step * (1 + (i % 5))) % WORDS.length] ?? ''
      return `The ${word(0)} and the ${word(1)} of the ${word(2)} were noted in file ${i}, line ${at}.`
    })
    const text = sentences.join(' ')
    const html = `<!doctype html><html lang="en"><head><title>File ${i}</title></head><body><article><h1>File ${i}</h1><p>${text}</p></article></body></html>`
    writeFileSync(join(inside, `${i}.${i % 2 === 0 ? 'html' : 'txt'}`), i % 2 === 0 ? html : `File ${i}\n\n${text}\n`)
  }
}
