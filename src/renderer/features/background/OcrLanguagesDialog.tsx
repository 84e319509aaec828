import '#renderer/features/background/background.css'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import type { AppDialog } from '#renderer/app/state.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { CheckList } from '#renderer/ui/CheckList.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ToggleSegment } from '#renderer/ui/ToggleSegment.tsx'
import type { OcrLanguage } from '#shared/model/ocr'

/** Tesseract gets slower and less sure with each further language. */
const MOST = 3

type LanguagesDialog = Extract<AppDialog, { kind: 'ocr-languages' }>

/** Which languages OCR looks for: in the whole archive, in a folder, or in one document. Opens when the state names it. */
export function OcrLanguagesDialog(): ReactNode {
  const dialog = useAppState((state) => state.dialog)
  const state = useCommand('ocr.state', {}, { enabled: dialog?.kind === 'ocr-languages' }).data
  if (dialog?.kind !== 'ocr-languages' || state === undefined) return null
  return <Choice dialog={dialog} available={state.available} />
}

function Choice({ dialog, available }: Readonly<{ dialog: LanguagesDialog; available: readonly OcrLanguage[] }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const [way, setWay] = useState<'around' | 'chosen'>(dialog.chosen === null ? 'around' : 'chosen')
  const [codes, setCodes] = useState<readonly string[]>(dialog.chosen ?? [])
  const setLanguages = useAction('ocr.setLanguages', ['ocr.state', 'document.get', 'library.sidebar'])
  const { kind } = dialog.target
  const apply = async (): Promise<void> => {
    const { target } = dialog
    const input = target.kind === 'documents' ? { kind: target.kind, ids: [...target.ids] } : target
    const done = await setLanguages({ target: input, languages: way === 'around' ? null : [...codes] })
    if (done === undefined) return
    showDone(t('background.languagesDone'))
    actions.closeDialog()
  }
  const choices = available
    .map(({ code, tag }) => ({ value: code, label: format.language(tag) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <Dialog
      isOpen
      onClose={actions.closeDialog}
      title={t('background.languagesTitle')}
      closeLabel={t('common.close')}
      width="narrow"
      footer={
        <>
          <Button onPress={actions.closeDialog}>{t('common.cancel')}</Button>
          <Button kind="primary" isDisabled={way === 'chosen' && codes.length === 0} onPress={() => void apply()}>
            {t('background.languagesApply')}
          </Button>
        </>
      }
    >
      <div className="ocr-languages">
        <p>{t(`background.languagesFor-${kind}`, { name: dialog.name ?? '' })}</p>
        <ToggleSegment
          label={t('background.languagesTitle')}
          value={way}
          onChange={setWay}
          options={[
            { value: 'around', label: t(`background.around-${kind}`) },
            { value: 'chosen', label: t('background.chosen') }
          ]}
        />
        <p className="ocr-languages-note">
          {t(way === 'around' ? `background.aroundDetail-${kind}` : 'background.chosenDetail')}
        </p>
        {way === 'around' ? null : (
          <CheckList label={t('background.languagesTitle')} options={choices} chosen={codes} most={MOST} onChange={setCodes} />
        )}
      </div>
    </Dialog>
  )
}
