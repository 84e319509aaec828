import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { foundKinds } from '#renderer/features/importing/kind-words.ts'
import { useSetImportProgress } from '#renderer/features/importing/use-import-progress.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { ImportPreview } from '#shared/model/importing'

type Props = Readonly<{ preview: ImportPreview; onClose: () => void }>

/** What was found in the chosen files, before anything is imported. */
export function PreviewDialog({ preview, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const start = useAction('import.start')
  const setProgress = useSetImportProgress()
  const [isStarting, setStarting] = useState(false)
  const begin = async (): Promise<void> => {
    setStarting(true)
    const progress = await start({ choiceId: preview.choiceId })
    setStarting(false)
    if (progress === undefined) return
    setProgress(progress)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('importing.previewTitle', { name: preview.name })}
      closeLabel={t('common.close')}
      width="narrow"
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" autoFocus isDisabled={isStarting || preview.files === 0} onPress={() => void begin()}>
            {t('importing.start')}
          </Button>
        </>
      }
    >
      <div className="import-preview">
        {preview.files === 0 ? <p>{t('importing.previewEmpty', { name: preview.name })}</p> : <Found preview={preview} />}
      </div>
    </Dialog>
  )
}

function Found({ preview }: Readonly<{ preview: ImportPreview }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const found = { files: t('common.files', { count: preview.files }), size: format.bytes(preview.sizeBytes) }
  return (
    <>
      <p className="import-preview-total">{t(preview.partial ? 'importing.previewPartial' : 'importing.previewFound', found)}</p>
      <table className="import-kinds">
        <caption className="visually-hidden">{t('importing.previewKinds')}</caption>
        <tbody>
          {foundKinds(preview.kinds).map(({ key, extension, files }) => (
            <tr key={extension ?? key}>
              <th scope="row">
                {t(key)}
                {extension === null ? null : <bdi className="import-kinds-extension"> {extension}</bdi>}
              </th>
              <td className="tabular">{format.number(files)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('importing.previewDetail')}</p>
      {preview.partial ? <p>{t('importing.previewPartialDetail')}</p> : null}
    </>
  )
}
