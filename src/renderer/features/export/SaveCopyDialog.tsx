import '#renderer/features/export/export.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { call } from '#renderer/api/call.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { CleanPanel } from '#renderer/features/export/CleanPanel.tsx'
import { SavedCopiesPanel } from '#renderer/features/export/SavedCopiesPanel.tsx'
import { useCopyOffer } from '#renderer/features/export/use-copy-offer.ts'
import { useCopyProgress } from '#renderer/features/export/use-copy-progress.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { COPY_KINDS, type CopyKind, type SavedCopies } from '#shared/model/copy'
import type { DocumentId } from '#shared/model/ids'

/** Saves copies of documents outside the archive. Opens when the state names documents to copy. */
export function SaveCopyDialog(): ReactNode {
  const dialog = useAppState((state) => state.dialog)
  const actions = useActions()
  return dialog?.kind === 'save-copy' ? <SaveCopy key={dialog.ids.join()} ids={dialog.ids} onClose={actions.closeDialog} /> : null
}

function SaveCopy({ ids, onClose }: Readonly<{ ids: readonly DocumentId[]; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const [kind, setKind] = useState<CopyKind>('exact')
  const [lists, setLists] = useState<readonly ('csv' | 'json')[]>([])
  const [isSaving, setSaving] = useState(false)
  const [saved, setSaved] = useState<SavedCopies | null>(null)
  const save = useAction('export.save')
  const offer = useCopyOffer(ids)
  const start = async (): Promise<void> => {
    setSaving(true)
    const answer = await save({ ids: [...ids], kind, lists: [...lists] })
    setSaving(false)
    if (answer) setSaved(answer)
  }
  const toggle = (list: 'csv' | 'json', isOn: boolean): void =>
    setLists(isOn ? [...lists, list] : lists.filter((other) => other !== list))
  const title = ids.length === 1 ? t('copies.title') : t('copies.titleMany', { count: ids.length })
  if (saved !== null)
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={saved.copies.length === 0 ? t('copies.savedNone') : t('copies.savedTitle', { count: saved.copies.length })}
        closeLabel={t('common.close')}
        footer={<Done onPress={onClose} />}
      >
        <SavedCopiesPanel saved={saved} />
      </Dialog>
    )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={!isSaving}
      title={title}
      closeLabel={t('common.close')}
      footer={
        <>
          {isSaving && ids.length > 1 ? (
            <Button onPress={() => void call('export.cancel', {})}>{t('copies.stop')}</Button>
          ) : (
            <Button onPress={onClose}>{t('common.cancel')}</Button>
          )}
          <Button kind="primary" isDisabled={isSaving || offer?.can[kind] !== true} onPress={() => void start()}>
            {t(isSaving ? 'copies.saving' : 'copies.save')}
          </Button>
        </>
      }
    >
      <div className="copies">
        <RadioGroup
          className="copies-kinds"
          aria-label={t('copies.kind')}
          value={kind}
          onChange={(value) => setKind(value as CopyKind)}
        >
          {COPY_KINDS.map((one) => (
            <Radio key={one} value={one} className="copies-kind" isDisabled={isSaving || (offer !== null && !offer.can[one])}>
              <strong>{t(`copies.${one}`)}</strong>
              <span>
                <bdi>{offer?.why[one] ?? t(`copies.${one}Detail`)}</bdi>
              </span>
            </Radio>
          ))}
        </RadioGroup>
        {ids.length > 1 ? (
          <div className="copies-lists">
            <Switch isSelected={lists.includes('csv')} onChange={(isOn) => toggle('csv', isOn)}>
              {t('copies.listCsv')}
            </Switch>
            <Switch isSelected={lists.includes('json')} onChange={(isOn) => toggle('json', isOn)}>
              {t('copies.listJson')}
            </Switch>
          </div>
        ) : (
          <CleanPanel kind={kind} preview={offer?.preview ?? null} />
        )}
        <p className="copies-detail">
          <bdi>{t(ids.length === 1 ? 'copies.nameDetail' : 'copies.namesDetail')}</bdi>
        </p>
        {isSaving && ids.length > 1 ? <Progress total={ids.length} /> : null}
      </div>
    </Dialog>
  )
}

/** Takes the focus from the button that was pressed, which is gone. */
function Done({ onPress }: Readonly<{ onPress: () => void }>): ReactNode {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => button.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <Button kind="primary" ref={button} onPress={onPress}>
      {t('common.done')}
    </Button>
  )
}

function Progress({ total }: Readonly<{ total: number }>): ReactNode {
  const { t } = useTranslation()
  const done = useCopyProgress()
  const words = t('copies.progress', { done, total })
  return (
    <div>
      <p className="copies-detail tabular" role="status">
        {words}
      </p>
      <ProgressBar label={words} value={done / total} />
    </div>
  )
}
