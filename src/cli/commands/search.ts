import * as v from 'valibot'
import { type Arguments, UsageError } from '#cli/arguments'
import { noteSentence } from '#cli/note-sentence'
import type { Prepared } from '#cli/output'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { type SearchAnswer, SORT_ORDERS, type SortOrder, searchRequestSchema } from '#shared/model/search'

const DEFAULT_LIMIT = 20

export function prepareSearch({ operands, limit, offset, sort }: Arguments): Prepared {
  if (operands.length === 0) throw new UsageError('“sanad search” takes a query.')
  if (sort !== undefined && !isSortOrder(sort)) throw new UsageError(`--sort is one of ${SORT_ORDERS.join(', ')}.`)
  const asked = { query: operands.join(' '), limit: limit ?? DEFAULT_LIMIT, offset: offset ?? 0, sort: sort ?? 'relevance' }
  const request = v.safeParse(searchRequestSchema, { ...asked, filter: {} })
  if (!request.success) throw new UsageError(request.issues.map((issue) => issue.message).join(' '))
  return ({ archive }) => {
    const answer = runSearch(archive.db, new TextCache(), request.output)
    return { json: asJson(answer), text: asText(answer) }
  }
}

const isSortOrder = (sort: string): sort is SortOrder => SORT_ORDERS.some((order) => order === sort)

function asJson({ total, elapsedMs, understood, notes, hits }: SearchAnswer) {
  return {
    total,
    elapsedMs: Math.round(elapsedMs * 100) / 100,
    understood,
    notes,
    hits: hits.map(({ id, title, path, language, mediaType, date, score, passages }) => ({
      id,
      title,
      path,
      language,
      mediaType,
      date,
      score,
      passages: passages.map(({ text, ranges, offset, view }) => ({ text, ranges, offset, view }))
    }))
  }
}

function asText({ total, elapsedMs, understood, notes, hits }: SearchAnswer): string {
  const lines = [
    `${total} documents · ${Math.round(elapsedMs)} ms${understood === '' ? '' : ` · ${understood}`}`,
    ...notes.map(noteSentence)
  ]
  for (const { id, title, date, language, path, passages } of hits) {
    lines.push('', `[${id}] ${title}`, `    ${[date, language, path].filter(Boolean).join(' · ')}`)
    for (const passage of passages) lines.push(`    … ${passage.text.replace(/\s+/g, ' ')} …`)
  }
  return lines.join('\n')
}
