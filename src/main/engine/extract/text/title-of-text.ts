import { findDateLine } from '#engine/extract/dates/date-line'
import { findByline } from '#engine/extract/text/byline'
import type { Paragraph } from '#engine/extract/text/text-paragraphs'

const LONGEST_TITLE = 150

/**
 * The title of a plain text: its first line, when that stands like one: short, alone or above an unbroken text, and no greeting, list
 * item, file header or half sentence. Undefined when there is none; the file name serves then.
 */
export function titleOfText(paragraphs: readonly Paragraph[]): string | undefined {
  const first = paragraphs[0]
  const line = first?.[0]?.trim()
  if (!first || line === undefined || line.length > LONGEST_TITLE || line.length < 3) return undefined
  if (!/\p{L}{2}/u.test(line) || /[,،;؛]$/.test(line) || /^[-*•\d([{<#@/"'“«]/.test(line) || /[{}<>=\t]|https?:/.test(line))
    return undefined
  if (/^(?:dear|hello|hi|to|from|re|date|subject|با سلام|سلام|بسمه? تعالی|السلام)\b/i.test(line) || /^[\w-]{1,20}:\s/.test(line))
    return undefined
  if (findByline(line) !== undefined || findDateLine(line) !== undefined) return undefined
  const isAlone = first.length === 1 && paragraphs.length > 1
  const isSentence = /[.!?؟。]$/.test(line) && line.length > 80
  // The first line of wrapped text goes on in the next one.
  const goesOn = first.length > 1 && line.length > 60 && !/[.!?؟:。]$/.test(line)
  return isSentence || goesOn || (!isAlone && line.length > 100) ? undefined : line
}

/** A file name as a title: without its extension, with spaces for underscores. Never empty. */
export function titleOfFileName(name: string): string {
  const base = name.replace(/\.(?:[\p{L}\p{N}]{1,8}|webarchive)$/u, '')
  return base.replace(/_+/g, ' ').trim() || name
}
