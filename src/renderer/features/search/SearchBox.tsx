import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'

/** Between two key presses of somebody who types quickly: one search a word, not one a letter, and still at once to the eye. */
const PAUSE_MS = 70

type Props = Readonly<{
  /** The focus goes on to the results; `isSteppingDown`: to their first card, by the arrow key. */
  onLeave: (isSteppingDown: boolean) => void
}>

/** The search box. Results follow while one types; Enter or leaving the box says that the last word is complete. */
export function SearchBox({ onLeave }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const query = useAppState((state) => state.query)
  const isNarrowed = useAppState((state) => {
    const { section, tagIds, folderId, importId, facets } = state.filter
    return section !== 'all' || folderId !== null || importId !== null || tagIds.length + Object.keys(facets).length > 0
  })
  const [text, setText] = useState(query)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const sent = useRef(query)

  // The query was changed elsewhere: a suggestion, the palette, "All documents".
  useEffect(() => {
    if (query === sent.current) return
    sent.current = query
    setText(query)
  }, [query])

  const send = (value: string, typing: boolean): void => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    sent.current = value
    actions.setQuery(value, { typing })
  }
  const onChange = (value: string): void => {
    setText(value)
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => send(value, value.trim() !== ''), PAUSE_MS)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && !(event.key === 'Escape' && text === '')) return
    event.preventDefault()
    onLeave(event.key === 'ArrowDown')
  }
  useEffect(() => () => (timer.current === null ? undefined : clearTimeout(timer.current)), [])
  return (
    <SearchField
      label={t('search.label')}
      clearLabel={t('search.clear')}
      placeholder={isNarrowed ? t('search.placeholderFiltered') : t('search.placeholder')}
      value={text}
      onChange={onChange}
      onSubmit={(value) => {
        send(value, false)
        onLeave(false)
      }}
      onBlur={() => send(text, false)}
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
  )
}
