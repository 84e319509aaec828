import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { expect, it } from 'vitest'
import { endInOrder } from '#main/shutdown'
import { temporaryFolder } from '#tests/support/temporary'
import { testLog } from '#tests/support/test-log'

it('takes every step in order, also after one that failed, and only then ends', async () => {
  const { log, written } = testLog(temporaryFolder())
  const happened: string[] = []
  const ended = new Promise<void>((resolve) => {
    const app = Object.assign(new EventEmitter(), {
      quit: () => happened.push('quit'),
      exit: (code: number) => {
        happened.push(`exit ${code}`)
        resolve()
      }
    })
    const step = (name: string) => async () => {
      await new Promise((next) => setImmediate(next))
      happened.push(name)
    }
    const failing = () => Promise.reject(new TypeError('did not close'))
    endInOrder(app as unknown as App, [step('archive'), failing, step('settings')], log)
    app.emit('window-all-closed')
    const held = { preventDefault: () => happened.push('held') }
    app.emit('will-quit', held)
    // Asked twice, as with a signal while it is closing.
    app.emit('will-quit', held)
  })
  await ended
  expect(happened).toEqual(['quit', 'held', 'held', 'archive', 'settings', 'exit 0'])
  expect(written()).toContain('TypeError: did not close')
})
