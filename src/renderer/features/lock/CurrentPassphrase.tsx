import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyboardHint } from '#renderer/features/lock/KeyboardHint.tsx'
import { useKeyboard } from '#renderer/features/lock/use-keyboard.ts'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import type { ErrorCode } from '#shared/errors'

type Props = Readonly<{ value: string; onChange: (value: string) => void; trouble: ErrorCode | null }>

/** The passphrase that holds now, with why it did not do. */
export function CurrentPassphrase({ value, onChange, trouble }: Props): ReactNode {
  const { t } = useTranslation()
  const keyboard = useKeyboard()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    if (trouble !== null) input.current?.select()
  }, [trouble])
  return (
    <div className="lock-fields">
      <PasswordField
        ref={input}
        label={t('lock.currentPassphrase')}
        showLabel={t('lock.show')}
        hideLabel={t('lock.hide')}
        value={value}
        onChange={onChange}
        {...(trouble === null ? {} : { error: t(`error.${trouble}`) })}
      />
      <KeyboardHint keyboard={keyboard} typed={value} />
    </div>
  )
}
