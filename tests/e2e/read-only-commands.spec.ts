/** Every command that would change an archive is refused where nothing can be written, whoever sends it, and always in the same words. */
import fc from 'fast-check'
import * as v from 'valibot'
import { type CommandName, commands } from '#shared/contract'
import { fitting } from '#tests/support/fuzz/inputs-for'
import { BESIDE, RECORDS, STATE } from '#tests/support/recorded-commands'
import { ask, expect, sendRaw, test } from '#tests/support/room'

/** Open, close, mend or read an archive, or write a copy somewhere else: none of them changes the one that is open. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'archive.create',
  'archive.open',
  'archive.openRecent',
  'archive.openUnprotected',
  'archive.close',
  'archive.reveal',
  'archive.lock',
  'archive.unlock',
  'app.quit',
  'app.copyText',
  'custody.export',
  'document.originalView',
  'export.save',
  'integrity.repair',
  'integrity.verify',
  'rollcall.export'
])
/** What the window notes by the way: nobody asked for it, so nobody is told that it was not kept. */
const NOTES: ReadonlySet<string> = new Set(['document.setRead', 'savedSearches.look', 'trail.open', 'trail.record'])

/** An input that fits; always the same one. */
function inputFor(name: CommandName): unknown {
  const { input } = commands[name]
  const fits = fc.sample(fitting(input), { numRuns: 200, seed: 7 }).find((one) => v.safeParse(input, one).success)
  if (fits === undefined) throw new Error(`no input was found for ${name}`)
  return fits
}

test('each command that changes an archive is refused where nothing can be written, in the same words, and it stays open', async ({
  room
}) => {
  const first = await room.start()
  await ask(first, 'tags.create', { name: 'kept' })
  await first.quit()

  const sanad = await room.start({ unwritable: `${room.folder}/Test.sanad` })
  const asked = Object.entries(RECORDS).flatMap(([name, records]) =>
    records === STATE || records === BESIDE || ELSEWHERE.has(name) ? [] : [name as CommandName]
  )
  expect(asked.length).toBeGreaterThan(40)
  const otherwise: Record<string, unknown> = {}
  for (const name of asked) {
    const reply = await sendRaw(sanad, name, inputFor(name))
    const isAsItShould = NOTES.has(name)
      ? reply.ok && reply.value === null
      : !reply.ok && reply.error.code === 'archive-read-only'
    if (!isAsItShould) otherwise[name] = reply
  }
  expect(otherwise).toEqual({})
  expect((await ask(sanad, 'archive.state', {})).open).toMatchObject({ isReadOnly: true })
})
