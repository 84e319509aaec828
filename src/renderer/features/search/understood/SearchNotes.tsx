import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchNote } from '#shared/model/search'

/** What was left out of a query or read otherwise than it looks, each in one sentence. */
export function SearchNotes({ notes }: Readonly<{ notes: readonly SearchNote[] }>): ReactNode {
  const { t } = useTranslation()
  if (notes.length === 0) return null
  return (
    <ul className="understood-notes">
      {notes.map((note) => (
        <li key={`${note.code}:${note.text}`}>
          <Info size={13} aria-hidden />
          <span dir="auto">{t(`query.note-${note.code}`, { text: note.text, limit: note.limit ?? 0 })}</span>
        </li>
      ))}
    </ul>
  )
}
