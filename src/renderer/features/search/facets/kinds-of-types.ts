import { type MediaTypeKey, mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import type { FacetValueId } from '#shared/model/facets'

/** Media types that people call by one name: three kinds of spreadsheets are spreadsheets. */
export type Kind = Readonly<{ key: MediaTypeKey; types: readonly string[]; documents: number }>

type Counted = Readonly<{ value: FacetValueId; documents: number }>

/** The kinds of documents by their names, the most frequent first; equal ones in the order they came. */
export function kindsOfTypes(types: readonly Counted[]): readonly Kind[] {
  const kinds = new Map<MediaTypeKey, { key: MediaTypeKey; types: string[]; documents: number }>()
  for (const { value, documents } of types) {
    const type = String(value)
    const key = mediaTypeKey(type)
    const known = kinds.get(key)
    if (known === undefined) kinds.set(key, { key, types: [type], documents })
    else {
      known.types.push(type)
      known.documents += documents
    }
  }
  return [...kinds.values()].sort((a, b) => b.documents - a.documents)
}
