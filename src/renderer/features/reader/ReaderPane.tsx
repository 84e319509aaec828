import '#renderer/features/reader/reader-text.css'
import '#renderer/features/reader/reader.css'
import type { ReactNode } from 'react'
import { useAppState } from '#renderer/app/store.ts'
import { EmptyReader } from '#renderer/features/reader/EmptyReader.tsx'
import { OpenDocument } from '#renderer/features/reader/OpenDocument.tsx'

/** The open document with its bar, or what to do when none is open. */
export function ReaderPane(): ReactNode {
  const id = useAppState((state) => state.openDocumentId)
  return <div className="reader">{id === null ? <EmptyReader /> : <OpenDocument key={id} id={id} />}</div>
}
