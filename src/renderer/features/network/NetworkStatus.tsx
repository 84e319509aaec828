import '#renderer/features/network/network.css'
import { ShieldCheck } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { on } from '#renderer/api/call.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { NetworkPanel } from '#renderer/features/network/NetworkPanel.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'

/** In the status bar, always: that nothing goes out, and how much was refused; behind it, what that was. */
export function NetworkStatus(): ReactNode {
  const { t } = useTranslation()
  const { data, refetch } = useCommand('network.refusals', {})
  useEffect(() => on('network.refused', () => void refetch()), [refetch])
  const total = data?.total ?? 0
  return (
    <div className="network-status">
      <Popover
        label={t('network.title')}
        placement="top start"
        trigger={
          <Button kind="quiet">
            <ShieldCheck size={14} aria-hidden />
            <span>{t('shell.offline')}</span>
            {total > 0 ? <span className="tabular">{`· ${t('shell.refused', { count: total })}`}</span> : null}
          </Button>
        }
      >
        {(close) => <Panel onClose={close} />}
      </Popover>
    </div>
  )
}

/** Asked anew when it opens: pages are shown without anything being refused. */
function Panel({ onClose }: Readonly<{ onClose: () => void }>): ReactNode {
  const { data, refetch } = useCommand('network.refusals', {})
  useEffect(() => void refetch(), [refetch])
  return data === undefined ? null : <NetworkPanel refusals={data} onClose={onClose} />
}
