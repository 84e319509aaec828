import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { SuggestionList } from '#renderer/features/search/suggestions/SuggestionList.tsx'
import { useSuggestions } from '#renderer/features/search/suggestions/use-suggestions.ts'
import { useTake } from '#renderer/features/search/suggestions/use-take.ts'
import { useQueryText } from '#renderer/features/search/use-query-text.ts'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'

type Props = Readonly<{
  /** The focus goes on to the results; `isSteppingDown`: to their first card, by the arrow key. */
  onLeave: (isSteppingDown: boolean) => void
}>

/** The search box. Results follow while one types; Enter or leaving the box says that the last word is complete. */
export function SearchBox({ onLeave }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const isNarrowed = useAppState((state) => {
    const { section, tagIds, folderId, importId, facets } = state.filter
    return section !== 'all' || folderId !== null || importId !== null || tagIds.length + Object.keys(facets).length > 0
  })
  const { text, setText, send, leave, type } = useQueryText()
  const input = useRef<HTMLInputElement>(null)
  const suggestions = useSuggestions(useTake(send, setText))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && !(event.key === 'Escape' && text === '')) return
    event.preventDefault()
    onLeave(event.key === 'ArrowDown')
  }
  return (
    <search className="search-combobox" onKeyDownCapture={suggestions.onKeyDownCapture}>
      <SearchField
        ref={input}
        combobox={suggestions}
        label={t('search.label')}
        clearLabel={t('search.clear')}
        placeholder={isNarrowed ? t('search.placeholderFiltered') : t('search.placeholder')}
        value={text}
        onChange={(value) => {
          type(value)
          suggestions.typed(value, input.current?.selectionStart ?? value.length)
        }}
        onSubmit={(value) => {
          suggestions.close()
          send(value, false)
          onLeave(false)
        }}
        onBlur={() => {
          suggestions.close()
          leave()
        }}
        onKeyDown={onKeyDown}
        trailing={
          <Button
            className="search-palette"
            aria-label={t('search.openPalette')}
            onPress={() => actions.showDialog({ kind: 'palette' })}
          >
            <Kbd keys="Mod+K" />
          </Button>
        }
      />
      {suggestions.isOpen ? <SuggestionList {...suggestions} id={suggestions.listId} /> : null}
    </search>
  )
}
