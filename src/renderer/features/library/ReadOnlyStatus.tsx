import '#renderer/features/library/read-only-status.css'
import { PencilOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'

/** In the status bar of an archive that lies where nothing can be written: that it is so; behind it, why, and what to do. */
export function ReadOnlyStatus(): ReactNode {
  const { t } = useTranslation()
  const isReadOnly = useCommand('archive.state', {}).data?.open?.isReadOnly === true
  if (!isReadOnly) return null
  return (
    <div className="read-only-status">
      <Popover
        label={t('shell.readOnlyTitle')}
        placement="top start"
        trigger={
          <Button kind="quiet">
            <PencilOff size={13} aria-hidden />
            <span>{t('shell.readOnly')}</span>
          </Button>
        }
      >
        <div className="read-only-panel">
          <h2>{t('shell.readOnlyTitle')}</h2>
          <p>{t('shell.readOnlyWhy')}</p>
          <p>{t('shell.readOnlyWhatToDo')}</p>
        </div>
      </Popover>
    </div>
  )
}
