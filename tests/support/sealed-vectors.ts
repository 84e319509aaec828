import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export type SealedVectors = Readonly<{
  dataKey: string
  keys: Readonly<Record<string, string>>
  passphrase: string
  keyFile: string
  groupSalt: string
  files: readonly Readonly<{ size: number; fileSalt: string; sealedBytes: number; sha256: string }>[]
  name: string
}>

/** What `tests/fixtures/sealed/seal.py` answers, in hexadecimal digits. */
export const sealedVectors: SealedVectors = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../fixtures/sealed/vectors.json'), 'utf8')
)
