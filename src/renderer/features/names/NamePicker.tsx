import '#renderer/ui/menu.css'
import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { namesCalled } from '#renderer/features/names/names-called.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { KindIcon } from '#renderer/ui/KindIcon.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import type { NameId } from '#shared/model/ids'
import type { NameSummary } from '#shared/model/name'

/** Cards that are looked through. */
const MOST = 20_000
/** Cards shown at once: typing finds the others. */
const SHOWN = 50

type Props = Readonly<{ without: NameId; chosen: NameSummary | null; onChoose: (name: NameSummary) => void }>

/** One card out of thousands: typing narrows the list to those that are called so. */
export function NamePicker({ without, chosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const [text, setText] = useState('')
  const names = useCommand('names.list', { limit: MOST }, { keepPrevious: true }).data ?? []
  const shown = namesCalled(names, text)
    .filter(({ id }) => id !== without)
    .slice(0, SHOWN)
  return (
    <div className="name-picker">
      <SearchField
        label={t('names.mergeFind')}
        clearLabel={t('common.clear')}
        placeholder={t('names.mergeFind')}
        value={text}
        onChange={setText}
        autoFocus
      />
      <ListBox
        className="name-picker-list"
        aria-label={t('names.section')}
        items={shown}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={chosen === null ? [] : [chosen.id]}
        onSelectionChange={(keys) => {
          const next = shown.find(({ id }) => keys !== 'all' && keys.has(id))
          if (next !== undefined) onChoose(next)
        }}
        renderEmptyState={() => <p className="card-quiet">{t('names.mergeNone')}</p>}
      >
        {(name) => (
          <ListBoxItem id={name.id} className="ui-menu-item" textValue={name.label}>
            {({ isSelected }) => (
              <>
                <span className="ui-menu-icon">
                  <KindIcon kind={name.kind} />
                </span>
                <span className="ui-menu-words">
                  <span className="truncate">
                    <bdi>{name.label}</bdi>
                    {name.also === null ? null : (
                      <>
                        {' · '}
                        <bdi>{name.also}</bdi>
                      </>
                    )}
                  </span>
                </span>
                {isSelected ? (
                  <Check size={14} aria-hidden />
                ) : (
                  <small className="tabular">{format.number(name.documents)}</small>
                )}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      {chosen === null ? null : (
        <p role="status">
          <bdi>{t('names.mergeChosen', { name: chosen.label })}</bdi>
        </p>
      )}
    </div>
  )
}
