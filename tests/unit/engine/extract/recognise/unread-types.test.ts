import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDocument } from '#engine/extract/read-document'
import { cfbFile } from '#tests/support/cfb-file'
import { extractJob } from '#tests/support/jobs'
import { temporaryFolder } from '#tests/support/temporary'
import { zipFile } from '#tests/support/zip-file'

const bytes = (hex: string): Buffer => Buffer.from(hex.padEnd(2048, '00'), 'hex')
const stream = (path: string): Buffer => cfbFile([{ path, content: 'x'.repeat(5000) }])

it.each([
  ['archive.7z', bytes('377abcaf271c0004'), 'application/x-7z-compressed', 'Unpack it'],
  ['archive.rar', bytes('526172211a070100'), 'application/x-rar-compressed', 'Unpack it'],
  ['mail.pst', bytes('2142444e'), 'application/vnd.ms-outlook-pst', 'export its messages'],
  ['folder.dbx', bytes('cfad12fe'), 'application/x-outlook-express-store', 'export its messages'],
  ['drawing.vsd', stream('VisioDocument'), 'application/vnd.visio', 'save it as PDF'],
  ['paper.pub', stream('Quill/QuillSub/CONTENTS'), 'application/vnd.ms-publisher', 'save it as PDF'],
  ['letter.wps', stream('MatOST'), 'application/vnd.ms-works', 'save it as Word'],
  ['unknown.bin', stream('Something'), 'application/x-cfb', 'can not tell what it is'],
  ['talk.key', zipFile([{ name: 'Index/Document.iwa', content: 'x' }]), 'application/vnd.apple.keynote', 'save it as PDF'],
  ['help.chm', bytes('4954534603000000'), 'application/vnd.ms-htmlhelp', 'web pages or PDF'],
  ['thing.bin', bytes('0001020304'), 'application/octet-stream', '(application/octet-stream)']
])('keeps %s and says what helps', async (name, content, mediaType, words) => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  const { status, problem, ...document } = await readDocument(extractJob(path))
  expect([status, problem?.code, document.mediaType]).toEqual(['not-readable-yet', 'not-readable-yet', mediaType])
  expect(problem?.message).toContain(words)
})
