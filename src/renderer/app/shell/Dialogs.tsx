import type { ReactNode } from 'react'
import { useFocusAfterDialogs } from '#renderer/app/shell/use-focus-after-dialogs.ts'
import { OcrLanguagesDialog } from '#renderer/features/background/OcrLanguagesDialog.tsx'
import { CustodyDialog } from '#renderer/features/custody/CustodyDialog.tsx'
import { SaveCopyDialog } from '#renderer/features/export/SaveCopyDialog.tsx'
import { ImportDialogs } from '#renderer/features/importing/ImportDialogs.tsx'
import { IntegrityDialogs } from '#renderer/features/integrity/IntegrityDialogs.tsx'
import { KeptDialogs } from '#renderer/features/kept/KeptDialogs.tsx'
import { LockDialogs } from '#renderer/features/lock/LockDialogs.tsx'
import { NameDialogs } from '#renderer/features/names/NameDialogs.tsx'
import { TagEditor } from '#renderer/features/organise/TagEditor.tsx'
import { Palette } from '#renderer/features/palette/Palette.tsx'
import { HelpSheet } from '#renderer/features/search/query/HelpSheet.tsx'
import { SettingsDialogs } from '#renderer/features/settings/SettingsDialogs.tsx'

/** Every dialog of the window. Each opens itself when the state names it. */
export function Dialogs(): ReactNode {
  useFocusAfterDialogs()
  return (
    <>
      <Palette />
      <TagEditor />
      <NameDialogs />
      <KeptDialogs />
      <SaveCopyDialog />
      <CustodyDialog />
      <ImportDialogs />
      <IntegrityDialogs />
      <LockDialogs />
      <SettingsDialogs />
      <HelpSheet />
      <OcrLanguagesDialog />
    </>
  )
}
