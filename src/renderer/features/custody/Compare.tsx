import { CircleCheck } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { type CustodyNoted, readNoted } from '#shared/model/custody'

type Props = Readonly<{
  isChecking: boolean
  /** What the last check found of what was noted; null when none was given. */
  found: CustodyNoted | null
  onCompare: (noted: string) => void
}>

/** Holds the log against what a person noted of it outside this computer. What is typed is kept nowhere. */
export function Compare({ isChecking, found, onCompare }: Props): ReactNode {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  // The text that was given last: an answer is of that one, not of what is typed after it.
  const [given, setGiven] = useState<string | null>(null)
  const isGiven = given === text
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '' || isChecking) return
    setGiven(text)
    if (readNoted(text) !== undefined) onCompare(text)
  }
  return (
    <form className="custody-compare" onSubmit={submit}>
      <TextField
        label={t('custody.compare')}
        value={text}
        onChange={setText}
        placeholder={t('custody.compareExample')}
        dir="ltr"
        {...(isGiven && readNoted(text) === undefined ? { error: t('custody.noted-unreadable') } : {})}
      />
      <Button type="submit" isDisabled={isChecking || text.trim() === ''}>
        {t('custody.compareNow')}
      </Button>
      {isGiven && !isChecking && found !== null && readNoted(text) !== undefined ? <Answer found={found} /> : null}
    </form>
  )
}

function Answer({ found: { outcome, seq, since } }: Readonly<{ found: CustodyNoted }>): ReactNode {
  const { t } = useTranslation()
  const entry = useFormat().number(seq)
  if (outcome === 'stands') {
    return (
      <p className="custody-holds" role="status">
        <CircleCheck size={15} aria-hidden />
        {since === 0 ? t('custody.noted-last', { entry }) : t('custody.noted-stands', { entry, count: since })}
      </p>
    )
  }
  return (
    <ErrorNotice title={t(`custody.noted-${outcome}`, { entry })}>
      {t(outcome === 'untold' ? 'custody.notedNext-untold' : 'custody.notedNext', { entry })}
    </ErrorNotice>
  )
}
