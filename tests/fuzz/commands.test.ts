/**
 * Threat 14: every command of the contract with inputs that fit, that nearly fit and that do not at all, through the real dispatch to the
 * real engine in its threads, whatever state the archive is in. Each is answered; no fault of the program comes of it, nothing of a locked
 * archive is told, and the archive is whole afterwards.
 */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArchive } from '#engine/open'
import { contentsAt } from '#tests/support/electron-objects'
import { SEED } from '#tests/support/fuzz/cases'
import { fuzzCommands, type State } from '#tests/support/fuzz/command-cases'
import { junk } from '#tests/support/fuzz/inputs-for'
import { archiveOfLetters, startProgram } from '#tests/support/fuzz/program'
import { temporaryFolder } from '#tests/support/temporary'

const TIME = { timeout: 8 * 3_600_000 }
const STATES: readonly State[] = ['no archive', 'plain', 'unlocked', 'locked']

test.for(STATES)('every command answers whatever it is given: %s', TIME, async (state) => {
  const directory = archiveOfLetters()
  const around = readdirSync(join(directory, '..')).sort()
  const program = await startProgram(directory, () => true)
  await fuzzCommands(program, state, directory)
  await program.archives.stop()
  expect(program.faults).toEqual([])
  expect(readdirSync(join(directory, '..')).sort()).toEqual(around)
  if (state === 'unlocked' || state === 'locked') return
  const archive = openArchive(directory)
  expect(archive.db.pragma('quick_check', { simple: true })).toBe('ok')
  archive.close()
})

test('names of commands that are none are refused', async () => {
  const directory = join(temporaryFolder(), 'Empty.sanad')
  mkdirSync(directory)
  const { dispatch } = await startProgram(directory, () => true)
  const { contents, mainFrame } = contentsAt('sanad://app/')
  const own = { sender: contents, senderFrame: mainFrame }
  for (const name of [...fc.sample(junk, { numRuns: 200, seed: SEED }), ...fc.sample(fc.string(), { numRuns: 200, seed: SEED })])
    expect(await dispatch(own, name, {})).toMatchObject({ ok: false, error: { code: 'bad-request' } })
})
