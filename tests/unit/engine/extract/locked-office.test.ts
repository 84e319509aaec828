import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runJob } from '#engine/extract/pool/run-job'
import { readDocument } from '#engine/extract/read-document'
import { goldenCases } from '#tests/support/golden'
import { extractJob } from '#tests/support/jobs'
import { docxFile, paragraph } from '#tests/support/office/docx-file'
import { type Lock, lockPackage } from '#tests/support/office/lock-package'
import { type OfficeCase, writeOfficeCases } from '#tests/support/office/write-cases'
import { xlsxFile } from '#tests/support/office/xlsx-file'
import { temporaryFolder } from '#tests/support/temporary'
import { zipFile } from '#tests/support/zip-file'

const PASSWORD = 'نهرین 2020'
const letter = docxFile(Array.from({ length: 400 }, (_, at) => paragraph(`Sentence ${at} of the heron ${at * 7919}.`)).join(''))

const CASES: Readonly<Record<string, OfficeCase>> = {
  'word-agile': { extension: 'docx', bytes: lockPackage(letter, { kind: 'agile', password: PASSWORD }) },
  'word-standard': {
    extension: 'docx',
    bytes: lockPackage(docxFile(paragraph('old')), { kind: 'standard', password: PASSWORD })
  },
  'in-an-unknown-way': {
    extension: 'docx',
    bytes: lockPackage(letter.subarray(0, 500), { kind: 'agile', password: PASSWORD, spinCount: 900_000_000 })
  }
}
writeOfficeCases('locked-office', CASES)

function written(content: Uint8Array, lock: Omit<Lock, 'password'>): string {
  const file = join(temporaryFolder(), 'a.docx')
  writeFileSync(file, lockPackage(content, { ...lock, password: PASSWORD }))
  return file
}

describe('Office files that are locked with a password', () => {
  it.each([{ kind: 'agile' }, { kind: 'agile', hash: 'SHA1' }, { kind: 'agile', hash: 'SHA256' }, { kind: 'standard' }] as const)(
    'open with it: %j',
    async (lock) => {
      const file = written(letter, lock)
      expect(await readDocument(extractJob(file))).toMatchObject({ status: 'locked', problem: { code: 'locked' } })
      expect(await readDocument(extractJob(file, { password: 'wrong' }))).toMatchObject({
        status: 'locked',
        problem: { code: 'wrong-password' }
      })
      const opened = await readDocument(extractJob(file, { password: PASSWORD }))
      expect(opened).toMatchObject({ status: 'searchable', problem: null, format: 'locked-office' })
      expect(opened.index.body).toContain(`sentence 399 of the heron ${399 * 7919}`)
    }
  )

  it('may hold workbooks', async () => {
    const file = written(xlsxFile([{ name: 'Secret', rows: { 1: ['heron'] } }]), { kind: 'agile' })
    const opened = await readDocument(extractJob(file, { password: PASSWORD }))
    expect(opened).toMatchObject({ status: 'searchable', originalView: 'table', pageCount: 1 })
  })

  it('say so when what they hold is no Office file, or is damaged', async () => {
    const archive = written(zipFile([{ name: 'a.txt', content: 'a' }]), { kind: 'agile' })
    expect(await runJob(extractJob(archive, { password: PASSWORD }))).toMatchObject({
      document: { problem: { code: 'damaged' } }
    })
    const cut = written(letter.subarray(0, 3000), { kind: 'agile' })
    expect(await runJob(extractJob(cut, { password: PASSWORD }))).toMatchObject({ document: { problem: { code: 'damaged' } } })
  })

  it('never hash for longer than anyone waits', async () => {
    const file = written(letter, { kind: 'agile', spinCount: 900_000_000 })
    const read = await readDocument(extractJob(file, { password: PASSWORD }))
    expect(read).toMatchObject({ status: 'locked', problem: { code: 'locked' } })
    expect(read.problem?.message).toContain('save it without a password')
  })

  it('open as LibreOffice locked them', async () => {
    const golden = goldenCases(['locked-office']).find(({ name }) => name.endsWith('written-by-libreoffice'))
    expect(golden).toBeDefined()
    const source = golden?.source ?? ''
    expect(readFileSync(source).subarray(0, 4).toString('hex')).toBe('d0cf11e0')
    const opened = await readDocument(extractJob(source, { password: PASSWORD }))
    expect(opened).toMatchObject({ status: 'searchable', title: 'شهادة من نهرين' })
  })
})
