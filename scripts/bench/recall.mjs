// How many of the words of office files are read: of the golden files that have their text beside them.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { common, textsOf, wordsOf } from './archive-texts.mjs'
import { cpuOf } from './measure.mjs'

const formats = ['docx', 'pptx', 'odt', 'rtf']
const truths = ['words.txt', 'truth.txt']

/** Every golden file of a format with a text beside it, copied under a name of its own. */
function collect(format, target) {
  const root = inProject('tests/fixtures', format)
  return readdirSync(root).flatMap((name) => {
    const files = readdirSync(join(root, name))
    const source = files.find((file) => file.startsWith('source.'))
    const truth = truths.map((file) => join(root, name, file)).find((file) => existsSync(file))
    if (source === undefined || truth === undefined) return []
    const copy = `${format} ${name}${extname(source)}`
    cpSync(join(root, name, source), join(target, copy))
    return [{ copy, wanted: [...new Set(wordsOf(readFileSync(truth, 'utf8')))] }]
  })
}

/** For each format: files, words that should be read, and the share of them that is. */
export async function benchRecall({ folder, say }) {
  say('reading office files whose words are known')
  const source = join(folder, 'recall')
  mkdirSync(source)
  const wanted = formats.map((format) => ({ format, files: collect(format, source) }))
  const archive = join(folder, 'recall.sanad')
  await cpuOf(process.execPath, [inProject('out/main/cli.js'), 'import', source, '--archive', archive, '--json'])
  const texts = await textsOf(archive)
  return wanted.map(({ format, files }) => {
    const words = files.reduce((sum, file) => sum + file.wanted.length, 0)
    const found = files.reduce((sum, file) => sum + common(wordsOf(texts.get(file.copy)?.all ?? ''), file.wanted), 0)
    return { format, files: files.length, words, recall: found / words }
  })
}
