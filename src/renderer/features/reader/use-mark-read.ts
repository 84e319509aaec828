import { useCallback, useEffect, useRef } from 'react'
import { useAction } from '#renderer/api/use-action.ts'
import type { DocumentDetail } from '#shared/model/document'

const READ_AFTER_MS = 1500

/**
 * Marks the document as read once it has been open for a moment, or when the function it answers with is called (on scrolling). Once
 * an opening: a document that the person marks as unread again stays so.
 */
export function useMarkRead(document: DocumentDetail | undefined, opening: number): () => void {
  const setRead = useAction('document.setRead')
  const settled = useRef(-1)
  const unreadId = document !== undefined && !document.isRead ? document.id : undefined
  const isKnown = document !== undefined
  const mark = useCallback(() => {
    if (!isKnown || settled.current === opening) return
    settled.current = opening
    if (unreadId !== undefined) void setRead({ ids: [unreadId], read: true })
  }, [isKnown, opening, setRead, unreadId])
  useEffect(() => {
    if (!isKnown) return
    const timer = setTimeout(mark, READ_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isKnown, mark])
  return mark
}
