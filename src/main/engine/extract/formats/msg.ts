import type { FilePart, FormatReader, Found, PageHtml, Source } from '#engine/extract/found'
import { spoolAttachments } from '#engine/extract/mail/attachments'
import { foundMessage } from '#engine/extract/mail/found-message'
import { mailPage } from '#engine/extract/mail/mail-page'
import { contentOf, msgAttachments, typeOf } from '#engine/extract/msg/msg-attachments'
import { openMsg } from '#engine/extract/msg/open-msg'
import { embeddedPicture } from '#engine/extract/original/embedded-picture'
import type { Spool } from '#engine/extract/spool'

const PARTLY: Found['simplified'] = {
  code: 'partly-read',
  message: 'Parts of it are damaged or missing: the file may not have been copied whole. What is there was read.'
}

/** Messages as Outlook keeps them in files (MS-OXMSG), and what else it keeps so: appointments, contacts, notes. */
export const msg: FormatReader = { extract, html, part }

async function extract(source: Source, spool: Spool): Promise<Found> {
  const { head, bodies, alternatives, storages, keys, problem, isDamaged } = await openMsg(source)
  const { taken, refused } = msgAttachments(storages, mailPage(bodies))
  await spoolAttachments(taken, spool)
  for (const { name, message } of refused) spool.refuse(name, 'attachment', 'not-readable-yet', message)
  const attachmentNames = [...taken, ...refused].map(({ name }) => name)
  if (isDamaged() && head.searchable.length === 0 && bodies.length === 0 && attachmentNames.length === 0)
    throw new Error('it is damaged, or was not copied whole.')
  // A signed message comes as one file, which was taken out: nothing of it is hidden.
  const isHidden = problem !== null && attachmentNames.length === 0
  const trouble = isHidden ? problem : isDamaged() ? PARTLY : null
  return foundMessage({ head, bodies, alternatives, attachmentNames, keyOf: keys.keyOf, problem: trouble })
}

async function html(source: Source): Promise<PageHtml> {
  const { bodies, keys } = await openMsg(source)
  return { html: mailPage(bodies), baseUrl: null, resources: keys.keys }
}

async function part(source: Source, key: string): Promise<FilePart | undefined> {
  const { bodies, keys } = await openMsg(source)
  if (key.startsWith('embedded:')) return embeddedPicture(mailPage(bodies), key)
  const found = keys.find(key)
  const bytes = found && contentOf(found)
  return bytes && { mediaType: typeOf(found), bytes }
}
