import { escapeHtml } from '#engine/extract/html/escape-html'
import type { MailBody } from '#engine/extract/mail/mail-body'

/** The bodies of a message as one page, for the Original view: HTML as it is, text with its lines as they are. */
export function mailPage(bodies: readonly MailBody[]): string {
  return bodies
    .map((body) => ('html' in body ? body.html : `<pre style="white-space:pre-wrap">${escapeHtml(body.text)}</pre>`))
    .join('\n')
}
