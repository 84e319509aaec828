import { EyeOff, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'

/** Locks at once; or hides, where there is no passphrase. */
export function LockButton(): ReactNode {
  const { t } = useTranslation()
  const lock = useAction('archive.lock')
  const isEncrypted = useCommand('archive.state', {}).data?.open?.encrypted === true
  return (
    <IconButton label={t(isEncrypted ? 'lock.lockNow' : 'lock.hideNow')} keys="Mod+L" onPress={() => void lock({})}>
      {isEncrypted ? <Lock size={14} aria-hidden /> : <EyeOff size={14} aria-hidden />}
      <span>{t(isEncrypted ? 'lock.lockShort' : 'lock.hideShort')}</span>
    </IconButton>
  )
}
