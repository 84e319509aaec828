import type { EngineClient } from '#main/engine-client'
import type { MainHandlers } from '#main/ipc/main-handlers'
import { pageBase } from '#main/page-address'

/** Where a document's saved page can be framed. The page itself is made only when the frame asks for it. */
export function documentHandlers(engine: () => Promise<EngineClient>): Pick<MainHandlers, 'document.originalView'> {
  return {
    'document.originalView': async ({ id }) => {
      const detail = await (await engine()).call('document.get', { id })
      return detail.originalView === 'page' ? { url: pageBase(id), remoteResources: detail.remoteResources } : null
    }
  }
}
