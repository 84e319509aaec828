import '#renderer/features/lock/lock.css'
import { LockKeyhole } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '#renderer/api/call.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { KeyboardHint } from '#renderer/features/lock/KeyboardHint.tsx'
import { useKeyboard } from '#renderer/features/lock/use-keyboard.ts'
import { useUnlock } from '#renderer/features/lock/use-unlock.ts'
import { isolated } from '#renderer/i18n/isolated.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import type { ArchiveState } from '#shared/model/app'

/** The question for the passphrase. Nothing of the archive is known here but the name of its folder. */
export function LockedScreen({
  state,
  locked
}: Readonly<{ state: ArchiveState; locked: NonNullable<ArchiveState['locked']> }>): ReactNode {
  const { t } = useTranslation()
  useEffect(() => void call('window.isCalm', {}), [])
  return (
    <main className="locked">
      <div className="locked-column">
        <LockKeyhole className="locked-icon" size={32} strokeWidth={1.25} aria-hidden />
        <h1 dir="auto">{locked.name}</h1>
        <p className="locked-lead">{t('lock.lockedDetail')}</p>
        {locked.isOther ? (
          <div className="locked-other">
            <ErrorNotice title={t('lock.otherTitle')}>{t('lock.otherDetail')}</ErrorNotice>
          </div>
        ) : null}
        <UnlockForm />
        <Forgotten />
        <Elsewhere state={state} locked={locked} />
        <Leave />
      </div>
    </main>
  )
}

function UnlockForm(): ReactNode {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const { trouble, isOpening, unlock } = useUnlock()
  const input = useRef<HTMLInputElement>(null)
  const keyboard = useKeyboard()
  // Whoever stands before the question has come to answer it.
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    if (trouble !== null) input.current?.select()
  }, [trouble])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (passphrase !== '' && !isOpening) void unlock(passphrase)
  }
  const isWrong = trouble === 'wrong-passphrase'
  return (
    <form className="locked-form" onSubmit={submit}>
      <PasswordField
        ref={input}
        label={t('lock.passphrase')}
        showLabel={t('lock.show')}
        hideLabel={t('lock.hide')}
        value={passphrase}
        onChange={setPassphrase}
        {...(isWrong ? { error: t('error.wrong-passphrase') } : {})}
      />
      <KeyboardHint keyboard={keyboard} typed={passphrase} />
      <Button kind="primary" type="submit" wide isDisabled={passphrase === '' || isOpening}>
        {t(isOpening ? 'lock.unlocking' : 'lock.unlock')}
      </Button>
      <p className="locked-wait" role="status">
        {isOpening ? t('lock.unlockingDetail') : ''}
      </p>
      {trouble === null || isWrong ? null : (
        <ErrorNotice title={t(trouble === 'key-damaged' ? 'lock.keyDamagedTitle' : 'shell.archiveProblemTitle')}>
          {t(`error.${trouble}`)}
        </ErrorNotice>
      )}
    </form>
  )
}

const FORGOTTEN = ['none', 'keys', 'copy', 'tries'] as const

/** Whoever has forgotten the passphrase looks for a way in: there is none, and what can be tried is said. */
function Forgotten(): ReactNode {
  const { t } = useTranslation()
  return (
    <details className="lock-more locked-forgotten">
      <summary>
        <span>{t('lock.forgottenTitle')}</span>
      </summary>
      <ul>
        {FORGOTTEN.map((what) => (
          <li key={what}>{t(`lock.forgotten-${what}`)}</li>
        ))}
      </ul>
    </details>
  )
}

/** Locking is not the most that can be done: what is quit has no memory. */
function Leave(): ReactNode {
  const { t } = useTranslation()
  const quit = useAction('app.quit')
  return (
    <div className="locked-leave">
      <p className="lock-detail">{t('lock.leaveDetail')}</p>
      <Button kind="quiet" onPress={() => void quit({})}>
        {t('lock.quit')}
      </Button>
    </div>
  )
}

/** The ways to another archive: by name only. */
function Elsewhere({ state, locked }: Parameters<typeof LockedScreen>[0]): ReactNode {
  const { t } = useTranslation()
  const open = useAction('archive.open')
  const create = useAction('archive.create')
  const openRecent = useAction('archive.openRecent')
  const recents = state.recents.map((recent, index) => ({ ...recent, index }))
  const others = recents.filter(({ directory, missing }) => directory !== locked.directory && !missing)
  return (
    <nav className="locked-elsewhere" aria-label={t('lock.elsewhere')}>
      {others.slice(0, 3).map(({ name, index, directory }) => (
        <Button key={directory} kind="quiet" onPress={() => void openRecent({ index })}>
          {t('lock.openRecent', { name: isolated(name) })}
        </Button>
      ))}
      <Button kind="quiet" onPress={() => void open({})}>
        {t('library.openArchive')}
      </Button>
      <Button kind="quiet" onPress={() => void create({})}>
        {t('library.newArchive')}
      </Button>
    </nav>
  )
}
