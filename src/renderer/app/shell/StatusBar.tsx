import { ShieldCheck } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button, TooltipTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { on } from '#renderer/api/call.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { OcrStatus } from '#renderer/features/background/OcrStatus.tsx'
import { RereadStatus } from '#renderer/features/background/RereadStatus.tsx'
import { ImportStatus } from '#renderer/features/importing/ImportStatus.tsx'
import { LockButton } from '#renderer/features/lock/LockButton.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Tooltip } from '#renderer/ui/Tooltip.tsx'

/** Always in sight: that nothing goes out, what is being imported or read in the background, how large the archive is. */
export function StatusBar({ hasArchive, isNarrow }: Readonly<{ hasArchive: boolean; isNarrow: boolean }>): ReactNode {
  return (
    <footer className="status-bar">
      <Offline />
      <div className="status-import">{hasArchive ? <ImportStatus /> : null}</div>
      {hasArchive ? <RereadStatus /> : null}
      {hasArchive ? <OcrStatus /> : null}
      {hasArchive && !isNarrow ? <Facts /> : null}
      {hasArchive ? <LockButton /> : null}
    </footer>
  )
}

function Offline(): ReactNode {
  const { t } = useTranslation()
  const [refused, setRefused] = useState(0)
  useEffect(() => on('network.refused', ({ total }) => setRefused(total)), [])
  return (
    <TooltipTrigger delay={300}>
      <Button className="status-offline">
        <ShieldCheck size={14} aria-hidden />
        <span>{t('shell.offline')}</span>
        {refused > 0 ? <span className="tabular">{`· ${t('shell.refused', { count: refused })}`}</span> : null}
      </Button>
      <Tooltip>{t('shell.offlineDetail')}</Tooltip>
    </TooltipTrigger>
  )
}

function Facts(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const info = useCommand('archive.info', {}, { keepPrevious: true }).data
  if (info === undefined) return null
  return (
    <span className="status-facts tabular">
      {t('shell.facts', { documents: t('common.documents', { count: info.documents }), size: format.bytes(info.bytes) })}
    </span>
  )
}
