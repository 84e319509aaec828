import type { DocumentId } from '#shared/model/ids'

/** The address of a picture that was saved with a document's page. It is served from the archive; nothing is loaded from the network. */
export function pictureAddress(id: DocumentId, resource: string): string {
  return `sanad-page://d${id}/${resource.split('/').map(encodeURIComponent).join('/')}`
}
