import { Copy, ShieldCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useCopy } from '#renderer/api/use-copy.ts'
import { Compare } from '#renderer/features/custody/Compare.tsx'
import { Verdict } from '#renderer/features/custody/Verdict.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { type CustodyCompared, type CustodySummary, fingerprintOf } from '#shared/model/custody'

/** How long the log is, its fingerprint to note elsewhere, the check, and the way out to a file. */
export function LogHead(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const summary = useCommand('custody.summary', {}).data
  const runCheck = useAction('custody.check')
  const exportLog = useAction('custody.export', ['custody.list', 'custody.summary'])
  const [isChecking, setChecking] = useState(false)
  const [found, setFound] = useState<CustodyCompared | null>(null)
  const check = async (noted?: string): Promise<void> => {
    setChecking(true)
    setFound((await runCheck(noted === undefined ? {} : { noted })) ?? null)
    setChecking(false)
  }
  const save = async (): Promise<void> => {
    const written = await exportLog({})
    if (written) showDone(t('custody.exported', { count: written.entries, name: written.name }))
  }
  if (summary === undefined) return null
  const { entries, begunAt } = summary
  return (
    <header className="custody-head">
      <p className="custody-intro">{t('custody.detail')}</p>
      <div className="custody-bar">
        <strong className="tabular">
          {t('custody.entriesSince', { count: entries, date: begunAt === null ? '' : format.date(begunAt.slice(0, 10)) })}
        </strong>
        <span className="custody-buttons">
          <Button onPress={() => void check()} isDisabled={isChecking}>
            <ShieldCheck size={15} aria-hidden />
            {t(isChecking ? 'custody.checking' : 'custody.check')}
          </Button>
          <Button onPress={() => void save()}>{t('custody.export')}</Button>
        </span>
      </div>
      {found === null ? null : <Verdict check={found} />}
      <div className="custody-fingerprint">
        <Fingerprint summary={summary} />
        <Compare isChecking={isChecking} found={found?.noted ?? null} onCompare={(noted) => void check(noted)} />
      </div>
    </header>
  )
}

function Fingerprint({ summary: { entries, head } }: Readonly<{ summary: CustodySummary }>): ReactNode {
  const { t } = useTranslation()
  const copy = useCopy()
  if (head === null) return null
  const fingerprint = fingerprintOf(head.hash)
  return (
    <div className="custody-own">
      <span>{t('custody.fingerprint')}</span>
      <code className="selectable" dir="ltr">
        {fingerprint}
      </code>
      <IconButton
        label={t('custody.copyFingerprint')}
        onPress={() => void copy(t('custody.fingerprintText', { entries, fingerprint }), t('custody.fingerprintCopied'))}
      >
        <Copy size={13} aria-hidden />
      </IconButton>
      <small>{t('custody.fingerprintDetail')}</small>
    </div>
  )
}
