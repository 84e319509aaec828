import type { WebContents } from 'electron'
import { EVENT_NAMES, type EventHub } from '#main/event-hub'
import type { EventName } from '#shared/contract'

/** Passes every event of the contract on to the window's page, until it is gone. */
export function forwardEvents(events: EventHub, contents: WebContents): void {
  const stops = EVENT_NAMES.map((name) => forward(events, name, contents))
  contents.once('destroyed', () => {
    for (const stop of stops) stop()
  })
}

function forward<E extends EventName>(events: EventHub, name: E, contents: WebContents): () => void {
  return events.on(name, (payload) => {
    if (!contents.isDestroyed()) contents.send('sanad:event', name, payload)
  })
}
