/** Passphrases on the command line, as a person or a script gives them. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLockState } from '#engine/keys/lock-state'
import { writeCanaryFiles } from '#tests/support/canary-files'
import { temporaryFolder } from '#tests/support/temporary'
import { type Ended, runSanad } from '#tests/torture/sanad-process'

function prepare(): { archive: string; source: string; file: (words: string) => string } {
  const folder = temporaryFolder()
  const source = join(folder, 'source')
  writeCanaryFiles(source)
  let files = 0
  return {
    archive: join(folder, 'A.sanad'),
    source,
    file: (words) => {
      const path = join(folder, `words ${files++}.txt`)
      writeFileSync(path, words)
      return path
    }
  }
}

const hitsOf = (ended: Ended): number => {
  expect(ended.code, ended.errors).toBe(0)
  return JSON.parse(ended.output).total
}

test('an archive that an import makes with a passphrase is encrypted from its beginning, and opens with it only', async () => {
  const { archive, source, file } = prepare()
  // The first line counts, whatever ends it.
  const words = file('سنگ‌های رودخانه: seven\r\nnot this line\n')
  const imported = await runSanad(archive, ['import', source, '--passphrase-file', words])
  expect(imported.code, imported.errors).toBe(0)
  expect(readLockState(archive)).toBe('locked')

  const without = await runSanad(archive, ['search', 'statement'])
  expect([without.code, without.output]).toEqual([1, ''])
  expect(without.errors).toContain('The archive is locked. Give its passphrase with --passphrase-file FILE')
  const wrong = await runSanad(archive, ['search', 'statement', '--passphrase-file', file('another')])
  expect([wrong.code, wrong.errors]).toEqual([1, 'sanad: This passphrase does not open the archive.\n'])

  const withFile = hitsOf(await runSanad(archive, ['search', 'morning', '--passphrase-file', words]))
  expect(withFile).toBeGreaterThan(3)
  expect(hitsOf(await runSanad(archive, ['search', 'morning'], undefined, { SANAD_PASSPHRASE_FILE: words }))).toBe(withFile)
  const verified = await runSanad(archive, ['verify', '--passphrase-file', words])
  expect(verified.code, verified.errors).toBe(0)
  const { checked, ok, database, log } = JSON.parse(verified.output)
  expect([ok, database, log]).toEqual([checked, 'ok', 'ok'])
})

test('a passphrase is set, changed and removed, and never taken from the arguments', async () => {
  const { archive, source, file } = prepare()
  expect((await runSanad(archive, ['import', source])).code).toBe(0)
  const [first, second] = [file('the first'), file('the second')]

  const asArgument = await runSanad(archive, ['passphrase', 'set', 'the first'])
  expect(asArgument.code).toBe(2)
  expect((await runSanad(archive, ['passphrase', 'set'])).code).toBe(2)
  expect((await runSanad(archive, ['passphrase', 'set', '--new-passphrase-file', file('\n')])).code).toBe(2)
  expect(readLockState(archive)).toBe('plain')

  const set = await runSanad(archive, ['passphrase', 'set', '--new-passphrase-file', first])
  expect(set.code, set.errors).toBe(0)
  expect(set.errors).toContain('Nobody can open the archive without this passphrase')
  expect(readLockState(archive)).toBe('locked')

  const change = ['passphrase', 'change', '--passphrase-file']
  expect((await runSanad(archive, [...change, second, '--new-passphrase-file', first])).code).toBe(1)
  const changed = await runSanad(archive, [...change, first, '--new-passphrase-file', second])
  expect(changed.code, changed.errors).toBe(0)
  expect((await runSanad(archive, ['info', '--passphrase-file', first])).code).toBe(1)

  expect((await runSanad(archive, ['passphrase', 'remove', '--passphrase-file', first])).code).toBe(1)
  const removed = await runSanad(archive, ['passphrase', 'remove', '--passphrase-file', second])
  expect(removed.code, removed.errors).toBe(0)
  expect(existsSync(join(archive, 'archive.key'))).toBe(false)
  expect(hitsOf(await runSanad(archive, ['search', 'morning']))).toBeGreaterThan(3)
  expect(readdirSync(archive).sort()).toEqual(['archive.db', 'archive.lock', 'originals'])

  // Who gives a passphrase counts on an encrypted archive; the environment may mean others.
  for (const command of [['import', source], ['info'], ['verify']]) {
    const refused = await runSanad(archive, [...command, '--passphrase-file', second])
    expect([refused.code, refused.output]).toEqual([1, ''])
    expect(refused.errors).toContain('does not ask for the passphrase that was given')
  }
  const warned = await runSanad(archive, ['info'], undefined, { SANAD_PASSPHRASE_FILE: second })
  expect(warned.code).toBe(0)
  expect(warned.errors).toContain('does not ask for the passphrase that was given')
})

/** `script` gives a program a terminal. */
const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

test.skipIf(!hasTerminal)('a typed passphrase is not shown', async () => {
  const { archive, source, file } = prepare()
  const words = file('seven stones\n')
  expect((await runSanad(archive, ['import', source, '--passphrase-file', words])).code).toBe(0)
  const command = `'${process.execPath}' out/main/cli.js info --archive '${archive}'`
  const typing = spawn('script', ['-qec', command, '/dev/null'])
  let shown = ''
  typing.stdout.setEncoding('utf8').on('data', (text: string) => {
    const before = shown
    shown += text
    // Typed once it is asked for; what is typed earlier, the terminal itself shows.
    if (!before.includes(PROMPT) && shown.includes(PROMPT)) typing.stdin.write('seven stonex\u007fs\r')
  })
  const status = await new Promise((done) => typing.once('close', done))
  expect(status, shown).toBe(0)
  expect(shown).toContain('originals')
  expect(shown).not.toContain('stone')
})

const PROMPT = 'Passphrase of the archive:'
