import '#renderer/features/lock/lock.css'
import { ShieldAlert } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { Button } from '#renderer/ui/Button.tsx'

/** The question before an archive that has lost its passphrase is opened. Nothing of it is known here but the name of its folder. */
export function UnprotectedScreen({ name }: Readonly<{ name: string }>): ReactNode {
  const { t } = useTranslation()
  const leave = useAction('archive.close')
  const open = useAction('archive.openUnprotected')
  const safe = useRef<HTMLButtonElement>(null)
  // Whoever presses Enter without reading opens nothing.
  useEffect(() => safe.current?.focus(), [])
  return (
    <main className="locked">
      <div className="locked-column locked-column--asking">
        <ShieldAlert className="locked-icon locked-icon--warning" size={32} strokeWidth={1.25} aria-hidden />
        <h1 dir="auto">{name}</h1>
        <div className="locked-asking" role="alert">
          <p>
            <strong>{t('lock.unprotectedLead')}</strong>
          </p>
          <p>{t('lock.unprotectedDetail')}</p>
          <p>{t('lock.unprotectedWhatToDo')}</p>
        </div>
        <div className="locked-answers">
          <Button ref={safe} kind="primary" wide onPress={() => void leave({})}>
            {t('lock.unprotectedLeave')}
          </Button>
          <Button wide onPress={() => void open({ isOurs: false })}>
            {t('lock.unprotectedOnce')}
          </Button>
          <Button wide onPress={() => void open({ isOurs: true })}>
            {t('lock.unprotectedOurs')}
          </Button>
        </div>
      </div>
    </main>
  )
}
