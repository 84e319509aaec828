import { expect, test } from 'vitest'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import type { Thread } from '#engine/threads/thread-client'
import { createEventHub } from '#main/event-hub'
import { createRepairs } from '#main/repairs'
import { SanadError } from '#shared/errors'

const keys = (): ArchiveKeys => {
  const key = (): Uint8Array => new Uint8Array(32).fill(7)
  return { database: key(), originals: key(), names: key() }
}
const CLOSED = {
  open: null,
  locked: { name: 'A', directory: '/A.sanad', isOther: false },
  unprotected: null,
  recents: [],
  problem: null
}

/** An archive with a passphrase that was unlocked and is damaged. `seen`: the keys that were handed to a thread. */
async function damaged(call: () => Promise<unknown>) {
  const seen: ArchiveKeys[] = []
  const thread: Thread = {
    call,
    post: () => undefined,
    isReadOnly: false,
    unfinishedChange: null,
    isEncrypted: false,
    close: () => Promise.resolve(),
    terminate: () => Promise.resolve()
  }
  const archives = { state: async () => CLOSED, open: async () => CLOSED, close: async () => CLOSED }
  const repairs = createRepairs({
    archives: () => archives,
    startThread: async (place) => {
      if (place.keys) seen.push(place.keys)
      return thread
    },
    events: createEventHub()
  })
  const refused = repairs.watch({ directory: '/A.sanad', keys: keys() }, () =>
    Promise.reject(new SanadError('archive-damaged', 'its database is damaged'))
  )
  await expect(refused).rejects.toMatchObject({ code: 'archive-damaged' })
  return { repairs, seen }
}

const isOverwritten = (held: ArchiveKeys | undefined): boolean =>
  held !== undefined && Object.values(held).every((key: Uint8Array) => key.every((byte) => byte === 0))

test('keys of a damaged archive are overwritten when the window is locked', async () => {
  const { repairs, seen } = await damaged(async () => ({}))
  await repairs.damage()
  expect(isOverwritten(seen[0])).toBe(false)
  expect(repairs.forgetLocked()).toBe(true)
  expect(isOverwritten(seen[0])).toBe(true)
  expect(await repairs.damage()).toBe(null)
  expect(repairs.forgetLocked()).toBe(false)
})

test.each(['is mended', 'can not be mended'])(
  'a lock during a repair takes the keys at its end, when the archive %s',
  async (end) => {
    let settle: () => void = () => undefined
    const ended = new Promise<unknown>((resolve, reject) => {
      settle = () => (end === 'is mended' ? resolve({}) : reject(new SanadError('disk-full', 'no room')))
    })
    const { repairs, seen } = await damaged(() => ended)
    const repaired = repairs.repair({ way: 'rebuild' }).catch(() => undefined)
    await new Promise(setImmediate)
    expect(repairs.forgetLocked()).toBe(false)
    expect(isOverwritten(seen[0])).toBe(false)
    settle()
    await repaired
    expect(isOverwritten(seen[0])).toBe(true)
  }
)

test('an archive that can not be written is not closed for a snapshot that could not be put back', async () => {
  const open = { name: 'A', directory: '/A.sanad', encrypted: true, isReadOnly: true, unfinishedChange: null }
  const done: string[] = []
  const noted = (what: string) => async () => {
    done.push(what)
    return { ...CLOSED, open }
  }
  const repairs = createRepairs({
    archives: () => ({ state: noted('state'), open: noted('open'), close: noted('close') }),
    startThread: () => Promise.reject(new Error('nothing is to be repaired')),
    events: createEventHub()
  })
  await expect(repairs.restore('2026-11-26')).rejects.toMatchObject({ code: 'archive-read-only' })
  expect(done).toEqual(['state'])
})
