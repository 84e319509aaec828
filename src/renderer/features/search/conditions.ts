import { type Kind, kindsOfTypes } from '#renderer/features/search/kinds-of-types.ts'
import type { MediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import type { FolderId, ImportId, TagId } from '#shared/model/ids'
import type { SearchFacets, SearchFilter } from '#shared/model/search'

/** One condition of the filter: what it is about, and the filter's change that adds it or takes it away. */
export type Condition = Readonly<{
  key: string
  about:
    | Readonly<{ kind: 'tag'; id: TagId }>
    | Readonly<{ kind: 'folder'; id: FolderId }>
    | Readonly<{ kind: 'import'; id: ImportId }>
    | Readonly<{ kind: 'language'; language: string }>
    | Readonly<{ kind: 'mediaTypes'; key: MediaTypeKey }>
  with: Partial<SearchFilter>
  without: Partial<SearchFilter>
}>

/** The conditions that hold, in the order they are drawn. The section is not among them: the navigation shows it. */
export function conditionsOf(filter: SearchFilter): Condition[] {
  return [
    ...(filter.folderId === null ? [] : [folder(filter.folderId)]),
    ...(filter.importId === null ? [] : [oneImport(filter.importId)]),
    ...filter.tagIds.map((id) => tag(filter, id)),
    ...filter.languages.map((value) => language(filter, value)),
    ...kindsOfTypes(filter.mediaTypes.map((value) => ({ mediaType: value, documents: 0 }))).map((kind) => ofKind(filter, kind))
  ]
}

/**
 * The conditions worth offering at once: the commonest values of a facet that has several, kinds and languages in turn, none of a facet
 * that is narrowed already, and not the unknown language.
 */
export function quickConditions(facets: SearchFacets, filter: SearchFilter, most: number): Condition[] {
  const known = facets.languages.filter(({ language }) => language !== 'und')
  const languages = filter.languages.length > 0 || facets.languages.length < 2 ? [] : known
  const kinds = kindsOfTypes(facets.mediaTypes)
  const types = filter.mediaTypes.length > 0 || kinds.length < 2 ? [] : kinds
  const offered: Condition[] = []
  for (let at = 0; offered.length < most && at < Math.max(languages.length, types.length); at += 1) {
    const one = languages[at]
    const other = types[at]
    if (one !== undefined) offered.push(language(filter, one.language))
    if (other !== undefined) offered.push(ofKind(filter, other))
  }
  return offered.slice(0, most)
}

function folder(id: FolderId): Condition {
  return { key: `folder-${id}`, about: { kind: 'folder', id }, with: { folderId: id }, without: { folderId: null } }
}

function oneImport(id: ImportId): Condition {
  return { key: `import-${id}`, about: { kind: 'import', id }, with: { importId: id }, without: { importId: null } }
}

function tag(filter: SearchFilter, id: TagId): Condition {
  return {
    key: `tag-${id}`,
    about: { kind: 'tag', id },
    with: { tagIds: [...filter.tagIds, id] },
    without: { tagIds: filter.tagIds.filter((other) => other !== id) }
  }
}

function language(filter: SearchFilter, value: string): Condition {
  return {
    key: `language-${value}`,
    about: { kind: 'language', language: value },
    with: { languages: [...filter.languages, value] },
    without: { languages: filter.languages.filter((other) => other !== value) }
  }
}

/** All media types of a kind together: a person chooses spreadsheets, not one of their file formats. */
export function ofKind(filter: SearchFilter, { key, types }: Kind): Condition {
  const others = filter.mediaTypes.filter((type) => !types.includes(type))
  return {
    key: `type-${key}`,
    about: { kind: 'mediaTypes', key },
    with: { mediaTypes: [...others, ...types] },
    without: { mediaTypes: others }
  }
}
