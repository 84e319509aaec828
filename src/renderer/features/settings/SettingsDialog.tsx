import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { ArchiveFacts } from '#renderer/features/settings/ArchiveFacts.tsx'
import { CustodySettings } from '#renderer/features/settings/CustodySettings.tsx'
import { ImportHistory } from '#renderer/features/settings/ImportHistory.tsx'
import { IntegritySettings } from '#renderer/features/settings/IntegritySettings.tsx'
import { LockSettings } from '#renderer/features/settings/LockSettings.tsx'
import { LookSettings } from '#renderer/features/settings/LookSettings.tsx'
import { OcrSettings } from '#renderer/features/settings/OcrSettings.tsx'
import { ReadingSettings } from '#renderer/features/settings/ReadingSettings.tsx'
import { TrailSettings } from '#renderer/features/settings/TrailSettings.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'

/** How the window looks and reads, and what is known of the archive. Every change holds at once. */
export function SettingsDialog({ onClose }: Readonly<{ onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const settings = useCommand('settings.get', {}).data
  const hasArchive = (useCommand('archive.state', {}).data?.open ?? null) !== null
  return (
    <Dialog isOpen onClose={onClose} title={t('settings.title')} closeLabel={t('common.close')}>
      <div className="settings">
        {settings === undefined ? null : (
          <>
            <LookSettings settings={settings} />
            <ReadingSettings settings={settings} />
            <LockSettings settings={settings} />
          </>
        )}
        {hasArchive ? (
          <>
            <OcrSettings />
            <TrailSettings />
            <ArchiveFacts />
            <IntegritySettings />
            <CustodySettings />
            <ImportHistory />
          </>
        ) : (
          <p className="settings-detail">{t('settings.archiveNone')}</p>
        )}
      </div>
    </Dialog>
  )
}
