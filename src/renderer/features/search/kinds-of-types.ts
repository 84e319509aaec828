import { type MediaTypeKey, mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import type { SearchFacets } from '#shared/model/search'

/** Media types that people call by one name: three kinds of spreadsheets are spreadsheets. */
export type Kind = Readonly<{ key: MediaTypeKey; types: readonly string[]; documents: number }>

/** The kinds of documents by their names, the most frequent first; equal ones in the order they came. */
export function kindsOfTypes(facets: SearchFacets['mediaTypes']): readonly Kind[] {
  const kinds = new Map<MediaTypeKey, { key: MediaTypeKey; types: string[]; documents: number }>()
  for (const { mediaType, documents } of facets) {
    const key = mediaTypeKey(mediaType)
    const known = kinds.get(key)
    if (known === undefined) kinds.set(key, { key, types: [mediaType], documents })
    else {
      known.types.push(mediaType)
      known.documents += documents
    }
  }
  return [...kinds.values()].sort((a, b) => b.documents - a.documents)
}
