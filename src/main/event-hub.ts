import type { EventName, Events } from '#shared/contract'

type Listeners = { readonly [E in EventName]: Set<(payload: Events[E]) => void> }

export type EventHub = Readonly<{
  emit: <E extends EventName>(name: E, payload: Events[E]) => void
  /** Returns its own unsubscribe. */
  on: <E extends EventName>(name: E, listener: (payload: Events[E]) => void) => () => void
}>

/** Every event of the contract; the value is only there to make the compiler ask for each. */
const EVERY_EVENT = {
  'import.progress': true,
  'ocr.progress': true,
  'reread.progress': true,
  'rollcall.progress': true,
  'export.progress': true,
  'library.changed': true,
  'archive.changed': true,
  'archive.damaged': true,
  'integrity.progress': true,
  'integrity.ended': true,
  'integrity.repairing': true,
  'archive.upgrading': true,
  'archive.passphrase': true,
  'window.covered': true,
  'settings.changed': true,
  'import.dropped': true,
  'menu.command': true,
  'network.refused': true
} satisfies Record<EventName, true>

/** Tells whether `name` is an event of the contract. */
export function isEventName(name: unknown): name is EventName {
  return typeof name === 'string' && Object.hasOwn(EVERY_EVENT, name)
}

/** The names of all events of the contract. */
export const EVENT_NAMES: readonly EventName[] = Object.keys(EVERY_EVENT).filter(isEventName)

/** The one place inside the main process where the contract's events pass: who makes one need not know who hears it. */
export function createEventHub(): EventHub {
  const listeners: Listeners = {
    'import.progress': new Set(),
    'ocr.progress': new Set(),
    'reread.progress': new Set(),
    'rollcall.progress': new Set(),
    'export.progress': new Set(),
    'library.changed': new Set(),
    'archive.changed': new Set(),
    'archive.damaged': new Set(),
    'integrity.progress': new Set(),
    'integrity.ended': new Set(),
    'integrity.repairing': new Set(),
    'archive.upgrading': new Set(),
    'archive.passphrase': new Set(),
    'window.covered': new Set(),
    'settings.changed': new Set(),
    'import.dropped': new Set(),
    'menu.command': new Set(),
    'network.refused': new Set()
  }
  return {
    emit: (name, payload) => {
      for (const listener of listeners[name]) listener(payload)
    },
    on: (name, listener) => {
      listeners[name].add(listener)
      return () => void listeners[name].delete(listener)
    }
  }
}
