import { SanadError } from '#shared/errors'

/** Commands of the writing thread that change nothing. */
const READING: ReadonlySet<string> = new Set([
  'import.current',
  'reread.current',
  'ocr.state',
  'rollcall.current',
  'engine.preview',
  'engine.readList',
  'engine.exportRollCall',
  'engine.exportCustody',
  'engine.recordCopies',
  'engine.close'
])
/** What the window notes by the way. Nobody asked for it, so nobody is told that it was not kept. */
const NOTING: ReadonlySet<string> = new Set(['document.setRead', 'trail.record', 'trail.open', 'savedSearches.look'])

type Handler = (input: never) => unknown

/** The calls of the writing thread for an archive that can not be written: what would change it is refused before it begins. */
export function withoutWriting(handlers: Readonly<Record<string, Handler>>, directory: string): Record<string, Handler> {
  const refuse = (): never => {
    throw new SanadError(
      'archive-read-only',
      `${directory} lies where nothing can be written, or its disk is full. Nothing was changed.`
    )
  }
  return Object.fromEntries(
    Object.entries(handlers).map(([name, run]) => [name, READING.has(name) ? run : NOTING.has(name) ? () => null : refuse])
  )
}
