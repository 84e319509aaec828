import type { Changed } from '#engine/threads/messages'
import type { Events } from '#shared/contract'

/** What the window is told of a change: all of it but what concerns the reading thread alone. */
export function toldOf({ titles: _ofTheReader, ...told }: Changed): Events['library.changed'] {
  return told
}
