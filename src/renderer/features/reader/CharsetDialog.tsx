import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { CHARSETS } from '#renderer/features/reader/charsets.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import type { DocumentDetail } from '#shared/model/document'

const GUESS = 'guess'

type Props = Readonly<{ document: DocumentDetail; onClose: () => void }>

/** “Text looks wrong?”: reads the document again with a character set that the person chooses from a list. */
export function CharsetDialog({ document, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState(document.charsetChosen ? (document.charset ?? GUESS) : GUESS)
  const [isReading, setIsReading] = useState(false)
  const setCharset = useAction('document.setCharset', ['document.get', 'document.content', 'document.hits', 'search.run'])
  const apply = async (): Promise<void> => {
    setIsReading(true)
    const changed = await setCharset({ id: document.id, charset: chosen === GUESS ? null : chosen })
    setIsReading(false)
    if (changed === undefined) return
    showDone(chosen === GUESS ? t('reader.charset-doneGuess') : t('reader.charset-done', { charset: chosen }))
    onClose()
  }
  const now = document.charset ?? t('common.unknown')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('reader.charset-title')}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" isDisabled={isReading} onPress={() => void apply()}>
            {t('reader.charset-apply')}
          </Button>
        </>
      }
    >
      <div className="reader-charset">
        <p>{t('reader.charset-detail')}</p>
        <p className="reader-charset-now">
          {t(document.charsetChosen ? 'reader.charset-nowChosen' : 'reader.charset-now', { charset: now })}
        </p>
        <CharsetList chosen={chosen} onChoose={setChosen} />
      </div>
    </Dialog>
  )
}

function CharsetList({ chosen, onChoose }: Readonly<{ chosen: string; onChoose: (label: string) => void }>): ReactNode {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const rows = [
    { id: GUESS, name: t('reader.charset-guess'), detail: '' },
    ...CHARSETS.map(({ label, script }) => ({ id: label, name: t(`reader.script-${script}`), detail: label }))
  ]
  const wanted = typed.trim().toLowerCase()
  const shown = rows.filter((row) => `${row.name} ${row.detail}`.toLowerCase().includes(wanted))
  return (
    <>
      <SearchField
        label={t('reader.charset-filter')}
        placeholder={t('reader.charset-filter')}
        clearLabel={t('common.clear')}
        value={typed}
        onChange={setTyped}
      />
      <ListBox
        className="reader-charset-list"
        aria-label={t('reader.charset-list')}
        items={shown}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const row = rows.find(({ id }) => keys !== 'all' && keys.has(id))
          if (row !== undefined) onChoose(row.id)
        }}
        renderEmptyState={() => <p className="reader-charset-none">{t('reader.charset-none')}</p>}
      >
        {(row) => (
          <ListBoxItem id={row.id} textValue={row.name} className="ui-menu-item">
            {({ isSelected }) => (
              <>
                <span className="ui-menu-words">{row.name}</span>
                <code>{row.detail}</code>
                <span className="ui-menu-icon">{isSelected ? <Check size={14} aria-hidden /> : null}</span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </>
  )
}
