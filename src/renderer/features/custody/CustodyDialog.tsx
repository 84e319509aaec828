import '#renderer/features/custody/custody.css'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { EntryList } from '#renderer/features/custody/EntryList.tsx'
import { LogHead } from '#renderer/features/custody/LogHead.tsx'
import { isolated } from '#renderer/i18n/isolated.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { CUSTODY_TOPICS } from '#shared/model/custody'
import type { DocumentId } from '#shared/model/ids'

const TOPICS = ['all', ...CUSTODY_TOPICS] as const

/** The custody log, of the whole archive or of one document. Opens when the state names it. */
export function CustodyDialog(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const dialog = useAppState((state) => state.dialog)
  if (dialog?.kind !== 'custody') return null
  return (
    <Dialog isOpen onClose={actions.closeDialog} title={t('custody.title')} closeLabel={t('common.close')} width="wide">
      <div className="custody">
        <LogHead />
        <Log documentId={dialog.documentId} />
      </div>
    </Dialog>
  )
}

function Log({ documentId }: Readonly<{ documentId: DocumentId | null }>): ReactNode {
  const { t } = useTranslation()
  const [topic, setTopic] = useState<(typeof TOPICS)[number]>('all')
  return (
    <>
      <div className="custody-filter">
        <Select
          label={t('custody.topic')}
          hideLabel
          value={topic}
          onChange={setTopic}
          options={TOPICS.map((value) => ({ value, label: t(`custody.topic-${value}`) }))}
        />
        {documentId === null ? null : <OnlyAbout id={documentId} />}
      </div>
      <EntryList key={`${topic} ${documentId ?? ''}`} filter={{ topic: topic === 'all' ? undefined : topic, documentId }} />
    </>
  )
}

function OnlyAbout({ id }: Readonly<{ id: DocumentId }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const title = useCommand('document.get', { id }).data?.title
  return (
    <>
      <span className="custody-about truncate">
        {title === undefined ? null : t('custody.onlyAbout', { title: isolated(title) })}
      </span>
      <Button kind="quiet" onPress={() => actions.showDialog({ kind: 'custody', documentId: null })}>
        {t('custody.showAll')}
      </Button>
    </>
  )
}
