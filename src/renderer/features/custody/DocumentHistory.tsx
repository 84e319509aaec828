import '#renderer/features/custody/custody.css'
import { type ReactNode, useState } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { useEntryWords } from '#renderer/features/custody/use-entry-words.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { DocumentId } from '#shared/model/ids'

const SHOWN = 8

/** What was done to the open document, newest first, for the inspector. Asked for only when it is opened: the log is read whole for it. */
export function DocumentHistory({ id }: Readonly<{ id: DocumentId }>): ReactNode {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="inspector-row">
      <dt>{t('custody.history')}</dt>
      <dd>
        <Disclosure isExpanded={isOpen} onExpandedChange={setOpen}>
          <Button slot="trigger" className="inspector-more">
            {t('custody.historyShow')}
          </Button>
          <DisclosurePanel>{isOpen ? <History id={id} /> : null}</DisclosurePanel>
        </Disclosure>
      </dd>
    </div>
  )
}

function History({ id }: Readonly<{ id: DocumentId }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const words = useEntryWords(true)
  const found = useCommand('custody.list', { documentId: id, offset: 0, limit: SHOWN }).data
  if (found === undefined) return null
  const more = found.total - found.entries.length
  return (
    <>
      <ul className="custody-history">
        {found.entries.map((listed) => (
          <li key={listed.seq}>
            <span>{words(listed)}</span>
            <small className="tabular">{format.moment(Date.parse(listed.at))}</small>
          </li>
        ))}
      </ul>
      <Button className="inspector-more" onPress={() => actions.showDialog({ kind: 'custody', documentId: id })}>
        {more > 0 ? t('custody.historyMore', { count: more }) : t('custody.historyAll')}
      </Button>
    </>
  )
}
