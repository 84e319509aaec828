import type { FormatReader, Found } from '#engine/extract/found'
import { spoolAttachments } from '#engine/extract/mail/attachments'
import { foundMessage } from '#engine/extract/mail/found-message'
import { messageHead } from '#engine/extract/mail/message-head'
import { openTnef } from '#engine/extract/tnef/open-tnef'

/** `winmail.dat` on its own: what Outlook sent to programs that do not know it. In a message its parts are the message's. */
export const tnef: FormatReader = {
  extract: async (source, spool): Promise<Found> => {
    const opened = await openTnef(source.bytes(), source.charset)
    if (!opened) throw new Error('its beginning is damaged.')
    const { attachments } = opened
    if (!opened.isWhole && attachments.length === 0 && opened.bodies.length === 0) throw new Error('it is damaged or cut off.')
    await spoolAttachments(attachments, spool)
    const { message: _, ...found } = foundMessage({
      head: messageHead([], 'windows-1252'),
      bodies: [],
      alternatives: opened.bodies,
      attachmentNames: attachments.map(({ name }) => name),
      keyOf: () => undefined,
      problem: opened.isWhole ? null : { code: 'partly-read', message: 'It is damaged or cut off: what is there was read.' }
    })
    return found
  }
}
