/** Locked and unlocked again and again: nothing of a round stays behind in the program. SANAD_LOCK_ROUNDS: how often; three times when left out. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeCanaryFiles } from '#tests/support/canary-files'
import { importFolder, reader, receiptOf, results, search } from '#tests/support/journey'
import { processesBelow } from '#tests/support/process-memory'
import { ask, expect, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const ROUNDS = Number(process.env.SANAD_LOCK_ROUNDS ?? '3')
/** How much the locked program may grow over all rounds after the first, in MiB; the first fills what is kept for later. An archive that stayed open, or a page, would be more in each. */
const SLACK_MIB = 48
/** Chromium opens and closes some on its own account; an archive that stayed open has a dozen. */
const SLACK = 4
const PASSPHRASE = 'nine lamps above the quiet harbour'
const LAST_WORDS = [/a command came from a frame that may not send any/]

/** What a program has of the system: processes, threads, open files of the main process, and memory that is its own. Nothing but on Linux. */
type Held = Readonly<{ processes: number; threads: number; files: number; mib: number }>

function heldBy(root: number): Held {
  if (process.platform !== 'linux') return { processes: 0, threads: 0, files: 0, mib: 0 }
  const memory = readFileSync(`/proc/${root}/status`, 'latin1')
  const own = Number(/^RssAnon:\s+(\d+) kB/m.exec(memory)?.[1] ?? 0)
  return {
    processes: processesBelow(root).length,
    threads: readdirSync(`/proc/${root}/task`).length,
    files: readdirSync(`/proc/${root}/fd`).length,
    mib: Math.round(own / 1024)
  }
}

/** Once nothing is being given back any more: the same number of processes, threads and files five times in a row. */
async function settled(root: number): Promise<Held> {
  const counts: string[] = []
  await expect
    .poll(
      () => {
        const { processes, threads, files } = heldBy(root)
        counts.push([processes, threads, files].join())
        return new Set(counts.slice(-5)).size === 1 && counts.length >= 5
      },
      { intervals: [200], timeout: 60_000 }
    )
    .toBe(true)
  return heldBy(root)
}

async function lockAndUnlock(sanad: Sanad, root: number): Promise<Held> {
  const { window } = sanad
  await ask(sanad, 'archive.lock', {}).catch(() => null)
  const passphrase = window.getByRole('textbox', { name: words.lock.passphrase, exact: true })
  await passphrase.waitFor()
  const held = await settled(root)
  await passphrase.fill(PASSPHRASE)
  await passphrase.press('Enter')
  await search(window, 'morning')
  await results(window).getByRole('option').first().click()
  await reader(window).getByText('third day').first().waitFor()
  return held
}

test('locking and unlocking again and again leaves no process, thread, open file or memory behind', async ({ room }) => {
  test.setTimeout(90_000 + ROUNDS * 40_000)
  const source = join(room.newFolder('source'), 'Evidence')
  writeCanaryFiles(source)
  const sanad = await room.start({ expected: LAST_WORDS })
  await ask(sanad, 'archive.setPassphrase', { passphrase: PASSPHRASE })
  await importFolder(sanad, source)
  await (await receiptOf(sanad.window, 'Evidence')).getByRole('button', { name: words.common.done }).click()
  const root = sanad.app.process().pid ?? 0
  const rounds: Held[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await lockAndUnlock(sanad, root))
  const [first, last] = [rounds[0], rounds.at(-1)]
  if (!first || !last) throw new Error('there were too few rounds')
  const said = JSON.stringify(rounds)
  expect(last.processes, said).toBeLessThanOrEqual(first.processes)
  expect(last.threads, said).toBeLessThanOrEqual(first.threads + SLACK)
  expect(last.files, said).toBeLessThanOrEqual(first.files + SLACK)
  expect(last.mib, said).toBeLessThan(first.mib + SLACK_MIB)
})
