/** Where an import into an encrypted archive writes, and what: looked at while it runs, and asked of the system where that can be asked. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { filesWithCanary, writeCanaryFiles } from '#tests/support/canary-files'
import { temporaryFolder } from '#tests/support/temporary'
import { runSanad } from '#tests/torture/sanad-process'

const cli = resolve(import.meta.dirname, '../../out/main/cli.js')
const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0

let folder: string
let source: string
let temporary: string
let passphrase: string

function prepare(): void {
  folder = temporaryFolder()
  source = join(folder, 'source')
  temporary = join(folder, 'tmp')
  passphrase = join(folder, 'passphrase.txt')
  mkdirSync(temporary)
  writeCanaryFiles(source)
  for (let n = 0; n < 6; n++) writeCanaryFiles(join(source, `more ${n}`))
  writeFileSync(passphrase, 'seven stones in a quiet river\n')
}

const environment = () => ({ TMPDIR: temporary, SQLITE_TMPDIR: temporary, HOME: join(folder, 'home') })

beforeAll(() => expect(spawnSync(process.execPath, [cli, 'version']).status).toBe(0))

test('threat 21: at no moment of an import is there a plain file of an encrypted archive on the disk', async () => {
  prepare()
  const archive = join(folder, 'A.sanad')
  const seen = new Set<string>()
  const look = setInterval(() => {
    for (const path of filesWithCanary([temporary])) seen.add(path)
    try {
      for (const path of filesWithCanary([archive])) seen.add(path)
    } catch {
      // It is not there yet, or a folder went while it was listed.
    }
  }, 5)
  const ended = await runSanad(archive, ['import', source, '--passphrase-file', passphrase], undefined, environment())
  clearInterval(look)
  expect(ended.code, ended.errors).toBe(0)
  expect([...seen]).toEqual([])
  expect(filesWithCanary([archive, temporary])).toEqual([])
})

test.skipIf(!hasStrace)('threat 21: an import into an encrypted archive writes into its folder and nowhere else', () => {
  prepare()
  const archive = join(folder, 'A.sanad')
  const trace = join(folder, 'trace.txt')
  const argv = [cli, 'import', source, '--passphrase-file', passphrase, '--archive', archive, '--json']
  const calls = 'trace=openat,open,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat'
  const ran = spawnSync('strace', ['-f', '-qq', '-e', calls, '-o', trace, process.execPath, ...argv], {
    env: { ...process.env, ...environment() }
  })
  expect(ran.status, ran.stderr.toString()).toBe(0)
  expect(writtenPaths(readFileSync(trace, 'utf8')).filter((path) => !path.startsWith(archive + sep))).toEqual([])
})

/** Paths that were opened for writing, made or named, but devices and what the system keeps of processes. */
function writtenPaths(trace: string): string[] {
  const paths = trace.split('\n').flatMap((line) => {
    if (/= -1 /.test(line)) return []
    const isWriting = /O_WRONLY|O_RDWR|O_CREAT/.test(line) || /\b(?:creat|rename\w*|link\w*|symlink\w*)\(/.test(line)
    return isWriting ? [...line.matchAll(/"([^"]*)"/g)].map(([, path]) => path ?? '') : []
  })
  return [...new Set(paths)].filter((path) => !/^\/(?:dev|proc|sys)\//.test(path))
}
