import { Lock } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asSanadError } from '#renderer/api/as-sanad-error.ts'
import { call } from '#renderer/api/call.ts'
import { showDone } from '#renderer/api/notices.ts'
import { useRefresh } from '#renderer/api/use-refresh.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import type { ErrorCode } from '#shared/errors'
import type { DocumentDetail } from '#shared/model/document'

/** Kinds of files that Sanad can open with a password: PDF, and office files of both families. */
const OPENED_BY_PASSWORD = /^application\/(?:pdf$|x-ooxml-encrypted$|vnd\.oasis\.opendocument\.)/

/** In the place of the text of a locked document: a field for its password, or what else can be done. */
export function Unlock({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const canUnlock = OPENED_BY_PASSWORD.test(document.mediaType)
  return (
    <div className="reader-not-shown">
      <Lock size={32} strokeWidth={1.25} aria-hidden />
      <h2>{t('reader.lockedTitle')}</h2>
      <p>{t(canUnlock ? 'reader.lockedDetail' : 'reader.lockedElsewhere')}</p>
      {canUnlock ? <PasswordForm document={document} /> : null}
      <p>{t('reader.canTagStill')}</p>
    </div>
  )
}

function PasswordForm({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const { trouble, isReading, unlock } = useUnlock(document)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (trouble !== null) input.current?.select()
  }, [trouble])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (password !== '' && !isReading) void unlock(password)
  }
  return (
    <form className="reader-unlock" onSubmit={submit}>
      <PasswordField
        ref={input}
        label={t('reader.password')}
        showLabel={t('reader.passwordShow')}
        hideLabel={t('reader.passwordHide')}
        value={password}
        onChange={setPassword}
        description={t('reader.passwordKept')}
        {...(trouble === null ? {} : { error: t(`error.${trouble}`) })}
      />
      <Button kind="primary" type="submit" isDisabled={password === '' || isReading}>
        {t(isReading ? 'reader.unlocking' : 'reader.unlock')}
      </Button>
    </form>
  )
}

type Unlocking = Readonly<{
  /** Why it did not open. */
  trouble: ErrorCode | null
  isReading: boolean
  unlock: (password: string) => Promise<void>
}>

function useUnlock({ id }: DocumentDetail): Unlocking {
  const { t } = useTranslation()
  const refresh = useRefresh()
  const [isReading, setReading] = useState(false)
  const [trouble, setTrouble] = useState<ErrorCode | null>(null)
  const unlock = async (password: string): Promise<void> => {
    setReading(true)
    setTrouble(null)
    try {
      await call('document.unlock', { id, password })
      showDone(t('reader.unlocked'))
      refresh(['document.get', 'document.content', 'document.hits', 'document.pages', 'document.pageLayer', 'search.run'])
    } catch (error) {
      setTrouble(asSanadError(error).code)
    } finally {
      setReading(false)
    }
  }
  return { trouble, isReading, unlock }
}
