import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findAppFile } from '#main/app-file'
import { appPolicy, COMMON_HEADERS } from '#main/content-policy'
import { notFound } from '#main/page-response'

/** Answers a request of scheme `sanad:` from `folder`, which holds the built page. Unknown files are 404. */
export async function appResponse(folder: string, address: string): Promise<Response> {
  const file = findAppFile(address)
  if (file === undefined) return notFound()
  let bytes: Buffer
  try {
    bytes = await readFile(join(folder, file.path))
  } catch {
    return notFound()
  }
  const nonce = randomBytes(18).toString('base64')
  const isPage = file.path.endsWith('.html')
  return new Response(isPage ? withNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes), {
    headers: {
      ...COMMON_HEADERS,
      'content-type': file.mediaType,
      'content-security-policy': appPolicy(nonce),
      'cross-origin-opener-policy': 'same-origin'
    }
  })
}

/** Puts the nonce where the component library looks for it, at the head of the page. */
function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`)
}
