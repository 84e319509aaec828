import '#renderer/features/palette/palette.css'
import { type ReactNode, useState } from 'react'
import { Autocomplete, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { EntryRow } from '#renderer/features/palette/EntryRow.tsx'
import { useChoose } from '#renderer/features/palette/use-choose.ts'
import { useEntries } from '#renderer/features/palette/use-entries.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'

/** Go to a document, tag or folder by name, or do something, without leaving the keyboard. Opens when the state says so. */
export function Palette(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const isOpen = useAppState((state) => state.dialog?.kind === 'palette')
  return (
    <Dialog isOpen={isOpen} onClose={actions.closeDialog} title={t('palette.title')} closeLabel={t('common.close')} bare>
      {isOpen ? <PaletteBody /> : null}
    </Dialog>
  )
}

function PaletteBody(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const [text, setText] = useState('')
  const groups = useEntries(text)
  const choose = useChoose(text)
  const entries = groups.flatMap((group) => group.entries)
  return (
    <div
      className="palette"
      onKeyDownCapture={(event) => {
        // One press closes: a search box would take the first one to empty itself.
        if (event.key !== 'Escape') return
        event.stopPropagation()
        actions.closeDialog()
      }}
    >
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField label={t('palette.title')} clearLabel={t('common.clear')} placeholder={t('palette.placeholder')} autoFocus />
        <ListBox
          className="palette-list"
          aria-label={t('palette.results')}
          items={groups}
          selectionMode="none"
          onAction={(key) => {
            const entry = entries.find((candidate) => candidate.id === key)
            if (entry !== undefined) choose(entry)
          }}
          renderEmptyState={() => <p className="palette-empty">{t('palette.nothing')}</p>}
        >
          {(group) => (
            <ListBoxSection id={`group-${group.id}`} className="ui-menu-section" items={group.entries}>
              {[
                <Header key="header">{t(`palette.${group.id}`)}</Header>,
                ...group.entries.map((entry) => (
                  <ListBoxItem key={entry.id} id={entry.id} className="ui-menu-item" textValue={entry.title}>
                    <EntryRow entry={entry} />
                  </ListBoxItem>
                ))
              ]}
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
      <p className="palette-hint">{t('palette.hint')}</p>
    </div>
  )
}
