import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createAppStore } from '#renderer/app/store.ts'
import { documentIdSchema } from '#shared/model/ids'

const doc = (id: number) => v.parse(documentIdSchema, id)

describe('the store', () => {
  it('tells its listeners of changes and of nothing else', () => {
    const store = createAppStore()
    let told = 0
    const stop = store.subscribe(() => {
      told += 1
    })
    store.actions.setQuery('a', { typing: true })
    store.actions.setQuery('a', { typing: true })
    expect(told).toBe(1)
    stop()
    store.actions.setQuery('b')
    expect(told).toBe(1)
  })

  it('walks to the next document at its first hit and back at its last', async () => {
    const store = createAppStore()
    store.actions.setResultWalker(async (step) => ({ id: doc(step === 1 ? 2 : 1), index: step === 1 ? 1 : 0 }))
    expect(await store.actions.nextDocument()).toBe(true)
    expect(store.getState()).toMatchObject({ openDocumentId: 2, openAt: { at: 'first-hit' }, cursor: { index: 1 } })
    expect(await store.actions.previousDocument()).toBe(true)
    expect(store.getState()).toMatchObject({ openDocumentId: 1, openAt: { at: 'last-hit' } })
  })

  it('stays where it is at the end of the results and without results', async () => {
    const store = createAppStore()
    expect(await store.actions.nextDocument()).toBe(false)
    const stop = store.actions.setResultWalker(async () => null)
    expect(await store.actions.nextDocument()).toBe(false)
    stop()
    expect(store.getState().openDocumentId).toBeNull()
  })

  it('keeps the newer walker when an older one is taken back late', async () => {
    const store = createAppStore()
    const stopOld = store.actions.setResultWalker(async () => null)
    store.actions.setResultWalker(async () => ({ id: doc(3), index: 0 }))
    stopOld()
    expect(await store.actions.nextDocument()).toBe(true)
  })

  it('opens no tag editor for no documents', () => {
    const store = createAppStore()
    store.actions.editTags([])
    expect(store.getState().dialog).toBeNull()
  })
})
