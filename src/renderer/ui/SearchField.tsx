import '#renderer/ui/field.css'
import { Search, X } from 'lucide-react'
import type { KeyboardEventHandler, ReactNode, Ref } from 'react'
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components'

export type SearchFieldProps = Readonly<{
  label: string
  clearLabel: string
  /** Left out inside an `Autocomplete`, which then holds the text. */
  value?: string
  onChange?: (value: string) => void
  /** Enter was pressed. */
  onSubmit?: (value: string) => void
  onBlur?: () => void
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>
  placeholder?: string
  /** At the end of the box: a key hint, a button. */
  trailing?: ReactNode
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
  /** A list of offers under the box that belongs to it. */
  combobox?: Readonly<{ listId: string; isOpen: boolean; activeId: string | null }>
}>

/** A search box. Escape empties it; when it is empty Escape goes on to whoever is around it. */
export function SearchField(props: SearchFieldProps): ReactNode {
  const { label, clearLabel, trailing, placeholder, onKeyDown, ref, combobox, ...field } = props
  return (
    <AriaSearchField {...field} className="ui-search" aria-label={label}>
      <Search size={15} aria-hidden />
      <Input
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
        {...(ref === undefined ? {} : { ref })}
        {...(combobox === undefined
          ? {}
          : {
              role: 'combobox',
              'aria-autocomplete': 'list' as const,
              'aria-expanded': combobox.isOpen,
              ...(combobox.isOpen ? { 'aria-controls': combobox.listId } : {}),
              ...(combobox.activeId === null ? {} : { 'aria-activedescendant': combobox.activeId })
            })}
      />
      <Button className="ui-search-clear" aria-label={clearLabel}>
        <X size={14} aria-hidden />
      </Button>
      {trailing}
    </AriaSearchField>
  )
}
