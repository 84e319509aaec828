import type { ReactNode } from 'react'
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import type { SuggestedField } from '#shared/model/query-help'

type Props = Readonly<{
  field: SuggestedField
  label: string
  value: string
  onChange: (text: string) => void
  /** A suggestion was picked. */
  onChoose: (text: string) => void
  onCancel: () => void
}>

const MOST = 30

/** A value to type, with those under it that the archive has and that begin so; picking one is enough. */
export function ValueSuggestions({ field, label, value, onChange, onChoose, onCancel }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const values = useCommand('search.fieldValues', { field, text: value, limit: MOST }, { keepPrevious: true }).data ?? []
  return (
    <div
      className="query-values"
      onKeyDownCapture={(event) => {
        // One press closes the form: the field would take the first one to empty itself.
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <span className="ui-field-label">{label}</span>
      <Autocomplete inputValue={value} onInputChange={onChange}>
        <SearchField label={label} clearLabel={t('common.clear')} placeholder={t('query.valuePlaceholder')} autoFocus />
        <ListBox
          className="query-values-list"
          aria-label={t('query.values')}
          items={values.map((found) => ({ id: found.value, ...found }))}
          selectionMode="none"
          onAction={(key) => onChoose(String(key))}
          renderEmptyState={() => <p className="query-values-empty">{t('query.noValues')}</p>}
        >
          {(found) => (
            <ListBoxItem id={found.id} className="ui-menu-item" textValue={found.value}>
              <span className="ui-menu-words">
                <span className="truncate" dir="auto">
                  {found.value}
                </span>
              </span>
              {found.documents === null ? null : <small className="tabular">{format.number(found.documents)}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}
