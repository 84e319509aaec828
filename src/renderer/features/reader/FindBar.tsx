import type { TFunction } from 'i18next'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Find } from '#renderer/features/reader/use-find.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'

/** Find in document. Enter goes to the next match, Shift+Enter to the previous one, Escape closes. */
export function FindBar({ find, onClose }: Readonly<{ find: Find; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="reader-find" aria-label={t('reader.findInDocument')}>
      <SearchField
        ref={input}
        label={t('reader.findInDocument')}
        clearLabel={t('common.clear')}
        placeholder={t('reader.findPlaceholder')}
        value={find.typed}
        onChange={find.type}
        onKeyDown={onKeyDown}
      />
      <span className="reader-find-count tabular" role="status">
        {countOf(find, t)}
      </span>
      <IconButton label={t('reader.findPrevious')} isDisabled={find.current < 0} onPress={() => find.step(-1)}>
        <ChevronUp size={16} aria-hidden />
      </IconButton>
      <IconButton label={t('reader.findNext')} isDisabled={find.current < 0} onPress={() => find.step(1)}>
        <ChevronDown size={16} aria-hidden />
      </IconButton>
      <IconButton label={t('reader.findClose')} keys="Escape" onPress={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </search>
  )
}

function countOf(find: Find, t: TFunction): string {
  if (find.typed.trim() === '') return ''
  if (find.current < 0) return t('reader.findNone')
  return t('reader.hitOf', { current: find.current + 1, total: find.ranges.length })
}
