/** Files that end the process which reads them, in the app itself: each is lost alone, and the next file gets a fresh process. */
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { hostileFile } from '#tests/support/hostile-files'
import { expectTotal, importFolder, receiptOf, search } from '#tests/support/journey'
import { ask, expect, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

/** Ends the processes that read files as a fault in them would. */
function endReaders({ app }: Sanad): Promise<number> {
  return app.evaluate(({ app: electron }) => {
    const readers = electron.getAppMetrics().filter(({ name }) => name === 'Sanad document reader')
    for (const { pid } of readers) process.kill(pid, 'SIGKILL')
    return readers.length
  })
}

test('a file that takes all memory fails alone, and a process that died is replaced', async ({ room }) => {
  test.setTimeout(150_000)
  const folder = room.newFolder('Harmful')
  writeFileSync(join(folder, 'a drawing without end.pdf'), hostileFile('drawings.pdf'))
  writeFileSync(join(folder, 'letter.txt'), 'A letter about the kingfisher at the weir of Darvan.\n')
  const sanad = await room.start()
  const { window } = sanad
  await importFolder(sanad, folder)
  await (await receiptOf(window, 'Harmful')).getByRole('button', { name: words.common.done }).click()
  const { problems } = await ask(sanad, 'problems.list', { limit: 10, offset: 0 })
  expect(problems.map(({ code }) => code)).toEqual(['out-of-memory'])
  await search(window, 'kingfisher')
  await expectTotal(window, 1)

  await importLetter(sanad, room.newFolder('Later'))
  await expectTotal(window, 2)
  expect(await endReaders(sanad)).toBeGreaterThan(0)
  await importLetter(sanad, room.newFolder('Last'))
  await expectTotal(window, 3)
})

/** Imports one more file about the kingfisher, and searches for it. */
async function importLetter(sanad: Sanad, folder: string): Promise<void> {
  const name = basename(folder)
  writeFileSync(join(folder, 'answer.txt'), `An answer about the kingfisher: ${name}.\n`)
  await importFolder(sanad, folder)
  await (await receiptOf(sanad.window, name)).getByRole('button', { name: words.common.done }).click()
  await search(sanad.window, 'kingfisher')
}
