import { protocol, type Session } from 'electron'
import { appResponse } from '#main/app-response'
import { APP_SCHEME, PAGE_SCHEME } from '#main/content-policy'
import type { Log } from '#main/log'
import { notFound, type PageSource, pageResponse } from '#main/page-response'
import { SanadError } from '#shared/errors'

/** Makes the two schemes known to Chromium. Call once, before the application is ready. */
export function declareSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
    // Sound and film are asked for piece by piece.
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, stream: true } }
  ])
}

export type ServedFrom = PageSource &
  Readonly<{
    /** Folder of the built page. */
    appFolder: string
    log: Log
  }>

const isClosed = (error: unknown): boolean =>
  error instanceof SanadError && (error.code === 'no-archive-open' || error.code === 'archive-locked')

/** Serves the program's page and the documents' pages in this session; both handlers answer 404 rather than fail. */
export function serveSchemes(session: Session, from: ServedFrom): void {
  session.protocol.handle(APP_SCHEME, (request) => appResponse(from.appFolder, request.url))
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    try {
      return await pageResponse(from, request.url, request.headers.get('range'))
    } catch (error) {
      // The archive was closed or locked under it: nobody looks at the page any more.
      if (!isClosed(error)) from.log.error('a page could not be served', error)
      return notFound()
    }
  })
}
