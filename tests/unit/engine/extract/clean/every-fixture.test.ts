import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runJob } from '#engine/extract/pool/run-job'
import { recogniseMediaType } from '#engine/extract/recognise/media-type'
import { plainFile } from '#engine/sealed/stored-file'
import { temporaryFolder } from '#tests/support/temporary'

const FOLDERS = ['image', 'pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'ocr']

test('of every fixture there is a clean copy in which nothing is left, or a refusal; cut off and garbled ones too', async () => {
  const folder = temporaryFolder()
  let copies = 0
  for (const file of FOLDERS.flatMap((name) => filesOf(join('tests/fixtures', name)))) {
    const whole = readFileSync(file)
    const mediaType = await recogniseMediaType(whole.subarray(0, 65_536), new Uint8Array(0), file)
    for (const bytes of [whole, whole.subarray(0, Math.floor(whole.length * 0.6)), garbled(whole)]) {
      const path = join(folder, 'file')
      writeFileSync(path, bytes)
      const answer = await runJob({ task: 'clean', file: plainFile(path), mediaType, bytes: false })
      if (answer.task !== 'clean') continue
      copies++
      expect([file, answer.left]).toEqual([file, []])
    }
  }
  expect(copies).toBeGreaterThan(60)
}, 120_000)

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.json'))

/** Every 997th byte is another. */
function garbled(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  for (let at = 400; at < copy.length; at += 997) copy[at] = (copy[at] ?? 0) ^ 0x55
  return copy
}
