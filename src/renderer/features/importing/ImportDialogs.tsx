import '#renderer/features/importing/importing.css'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { on } from '#renderer/api/call.ts'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import { useActions, useAppState, useReadState } from '#renderer/app/store.ts'
import { PreviewDialog } from '#renderer/features/importing/PreviewDialog.tsx'
import { ReceiptDialog } from '#renderer/features/importing/ReceiptDialog.tsx'
import { useFollowImports } from '#renderer/features/importing/use-import-progress.ts'
import type { ImportPreview, ImportProgress } from '#shared/model/importing'

/** Choosing what to import, the look before it, and the receipt after it. Always mounted: it also follows the running import. */
export function ImportDialogs(): ReactNode {
  const actions = useActions()
  const dialog = useAppState((state) => state.dialog)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  useChoosing(setPreview)
  useReceiptAtEnd()
  return (
    <>
      {preview === null ? null : <PreviewDialog key={preview.choiceId} preview={preview} onClose={() => setPreview(null)} />}
      {dialog?.kind === 'receipt' ? <ReceiptDialog importId={dialog.importId} onClose={actions.closeDialog} /> : null}
    </>
  )
}

function useChoosing(setPreview: (preview: ImportPreview) => void): void {
  const { t } = useTranslation()
  const choose = useAction('import.choose')
  const ask = async (kind: 'folder' | 'files'): Promise<void> => {
    const preview = await choose({ kind })
    if (preview !== undefined && preview !== null) setPreview(preview)
  }
  useShortcut('import-folder', () => ask('folder'))
  useShortcut('import-files', () => ask('files'))
  useEffect(
    () =>
      on('import.dropped', (preview) => {
        if (preview === null) showDone(t('shell.nothingToImport'))
        else setPreview(preview)
      }),
    [setPreview, t]
  )
}

/** Shows the receipt when an import ends, unless the person is reading: then the status bar offers it. */
function useReceiptAtEnd(): void {
  const actions = useActions()
  const readState = useReadState()
  const onEnd = useCallback(
    ({ state, importId }: ImportProgress) => {
      const { dialog, openDocumentId } = readState()
      if (state !== 'cancelled' && dialog === null && openDocumentId === null) actions.showDialog({ kind: 'receipt', importId })
    },
    [actions, readState]
  )
  useFollowImports(onEnd)
}
