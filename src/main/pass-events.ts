import type { EngineClient } from '#main/engine-client'
import type { EventHub } from '#main/event-hub'

/** Passes on what the engine of the open archive tells; answers with its stop. */
export function passEvents(engine: EngineClient, events: EventHub): () => void {
  const stops = [
    engine.on('import.progress', (progress) => events.emit('import.progress', progress)),
    engine.on('reread.progress', (state) => events.emit('reread.progress', state)),
    engine.on('rollcall.progress', (progress) => events.emit('rollcall.progress', progress)),
    engine.on('ocr.progress', (state) => events.emit('ocr.progress', state)),
    engine.on('integrity.progress', (progress) => events.emit('integrity.progress', progress)),
    engine.on('integrity.ended', (ended) => events.emit('integrity.ended', ended)),
    engine.on('library.changed', (changed) => events.emit('library.changed', changed))
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
