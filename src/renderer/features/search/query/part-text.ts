import type { PartDraft } from '#renderer/features/search/query/part-draft.ts'
import { partsOf } from '#shared/text/query-parts'

const PLAIN_VALUE = /^[\p{L}\p{N}\p{M}_.\-/\\@*]+$/u
const MARKS = /["“”„‟＂«»〝〞〟]/g

const bare = (text: string): string => text.replace(MARKS, ' ').replace(/\s+/g, ' ').trim()
const quoted = (text: string): string => `"${bare(text)}"`

/** A form as the query language writes it; empty where nothing was filled in. */
export function partText(draft: PartDraft): string {
  const { kind, text } = draft
  const minus = draft.negated ? '-' : ''
  if (kind === 'raw') return text.trim()
  if (kind === 'size' || kind === 'pages') {
    const range = rangeText(draft)
    return range === '' ? '' : `${minus}${kind}:${range}`
  }
  if (bare(text) === '') return ''
  switch (kind) {
    case 'words':
      return draft.negated ? without(alternatives(text)) : text.trim().replace(/\s+/g, ' ')
    case 'any': {
      const options = alternatives(text)
      return draft.negated ? without(options) : options.join(' OR ')
    }
    case 'phrase':
      return `${minus}${quoted(text)}`
    case 'near':
      return bare(text).includes(' ') ? `${minus}${quoted(text)}~${draft.distance}` : `${minus}${bare(text)}`
    default: {
      const value = bare(text)
      return `${minus}${kind}:${PLAIN_VALUE.test(value) ? value : quoted(value)}`
    }
  }
}

/** The words and phrases of a text, commas between them or none. */
function alternatives(text: string): string[] {
  return partsOf(text.replace(/[,،;؛]/g, ' '))
    .flatMap((part) => (part.kind === 'any' ? part.options : part))
    .map((part) => part.text.replace(/^[-−]+/, ''))
}

/** Leaving out several words leaves out every document that has one of them. */
const without = (options: readonly string[]): string =>
  options.length > 1 ? `-(${options.join(' OR ')})` : `-${options[0] ?? ''}`

function rangeText({ kind, least, most }: PartDraft): string {
  const [from, to] = [least.replace(/\s/g, ''), most.replace(/\s/g, '')]
  if (from === '' && to === '') return ''
  return kind === 'pages' && from === to ? from : `${from}..${to}`
}
