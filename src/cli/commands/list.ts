import * as v from 'valibot'
import { type Arguments, UsageError } from '#cli/arguments'
import type { Output, Prepared } from '#cli/output'
import type { Session } from '#cli/session'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { findTagByName } from '#engine/store/tags'
import { SanadError } from '#shared/errors'
import { searchFilterSchema } from '#shared/model/search'

const DEFAULT_LIMIT = 100
const MOST = 1000

/** Documents by title; with --tag only those that have it. Throws SanadError `not-found` for a tag that does not exist. */
export function prepareList(args: Arguments): Prepared {
  if (args.operands.length > 0) throw new UsageError('“sanad list” takes options only.')
  return (session) => list(session, args)
}

function list({ archive }: Session, { tag, limit = DEFAULT_LIMIT, offset = 0 }: Arguments): Output {
  const found = tag === undefined ? undefined : findTagByName(archive.db, tag)
  if (tag !== undefined && !found) throw new SanadError('not-found', `There is no tag “${tag}” in this archive.`)
  const filter = v.parse(searchFilterSchema, { tagIds: found ? [found.id] : [] })
  const texts = new TextCache()
  const documents = []
  let total = 0
  do {
    const page = {
      query: '',
      filter,
      sort: 'title',
      offset: offset + documents.length,
      limit: Math.min(MOST, limit - documents.length),
      typing: false,
      expansions: {}
    } as const
    const answer = runSearch(archive.db, texts, page)
    total = answer.total
    documents.push(...answer.hits)
    if (answer.hits.length === 0) break
  } while (documents.length < limit)
  const json = {
    total,
    documents: documents.map(({ id, title, language, mediaType, path, tags }) => ({
      id,
      title,
      language,
      mediaType,
      path,
      tags: tags.map((t) => t.name)
    }))
  }
  return {
    json,
    text: [`${total} documents`, ...json.documents.map(({ id, title, path }) => `[${id}] ${title} · ${path}`)].join('\n')
  }
}
