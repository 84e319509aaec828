import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { CommandName } from '#shared/contract'
import type { DocumentDetail } from '#shared/model/document'

/** What shows the text of a document. */
const TEXTS = ['document.content', 'document.hits', 'document.pages', 'document.pageLayer'] as const satisfies CommandName[]

/**
 * Asks for an open document's text again when what is known of it says that it was read anew: by OCR, with a password, or by a newer
 * version. A change that leaves its length and state as they were is not seen here.
 */
export function useFreshText(document: DocumentDetail | undefined): void {
  const client = useQueryClient()
  const seen = useRef<string | undefined>(undefined)
  const reading = document && readingOf(document)
  useEffect(() => {
    if (reading === undefined) return
    const isNew = seen.current !== undefined && seen.current !== reading
    seen.current = reading
    if (isNew) for (const name of TEXTS) void client.invalidateQueries({ queryKey: [name] })
  }, [reading, client])
}

function readingOf({ status, wordCount, charset, format, members, ocr, pageCount, problem }: DocumentDetail): string {
  return [status, wordCount, charset, format, members, ocr?.done, pageCount, problem?.code].join(' ')
}
