import '#renderer/features/lock/lock.css'
import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { Button } from '#renderer/ui/Button.tsx'

/** In a new archive, before anything lies in it: the best moment for a passphrase. */
export function OfferPassphrase(): ReactNode {
  const { t } = useTranslation()
  const { showDialog } = useActions()
  const open = useCommand('archive.state', {}).data?.open ?? null
  if (open === null || open.encrypted || open.isReadOnly) return null
  return (
    <div className="lock-offer">
      <Button kind="quiet" onPress={() => showDialog({ kind: 'set-passphrase', from: null })}>
        <KeyRound size={15} aria-hidden /> {t('lock.offer')}
      </Button>
      <span className="lock-detail">{t('lock.offerDetail')}</span>
    </div>
  )
}
