import type { MainHandlers } from '#main/ipc/main-handlers'
import type { RefusedRequests } from '#main/refused-requests'

/** What was refused on its way to a network. */
export function networkHandlers(
  refused: Pick<RefusedRequests, 'read' | 'readPage'>
): Pick<MainHandlers, 'network.refusals' | 'network.ofPage'> {
  return { 'network.refusals': () => refused.read(), 'network.ofPage': ({ id }) => refused.readPage(id) }
}
