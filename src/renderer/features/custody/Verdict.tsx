import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import type { CustodyCheck } from '#shared/model/custody'

/** What a check of the log found. */
export function Verdict({ check: { entries, fault } }: Readonly<{ check: CustodyCheck }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  if (fault === null) {
    return (
      <p className="custody-holds" role="status">
        <CircleCheck size={15} aria-hidden />
        {t('custody.holds', { count: entries })}
      </p>
    )
  }
  const { code, seq, until } = fault
  const numbers = { from: format.number(seq), until: format.number(until), count: until - seq + 1 }
  return (
    <ErrorNotice title={t('custody.brokenTitle')}>
      {t(`custody.fault-${code}`, numbers)} {t('custody.brokenNext')}
    </ErrorNotice>
  )
}
