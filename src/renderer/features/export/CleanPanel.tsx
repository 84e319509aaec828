import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RemainsList } from '#renderer/features/export/RemainsList.tsx'
import { TraceList } from '#renderer/features/export/TraceList.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { CopyKind, CopyPreview } from '#shared/model/copy'

/** What a copy of this kind would no longer tell, and what it still would; told from the file itself. */
export function CleanPanel({ kind, preview }: Readonly<{ kind: CopyKind; preview: CopyPreview | null }>): ReactNode {
  const { t } = useTranslation()
  if (preview === null) return <Spinner label={t('copies.looking')} />
  const { clean, sha256 } = preview
  if (kind !== 'clean' || !clean.isPossible)
    return (
      <div className="copies-panel">
        <p>
          <bdi>{t(kind === 'text' ? 'copies.textRemains' : 'copies.exactRemains')}</bdi>
        </p>
        <p className="copies-hash">
          {t('copies.sha256')} <code dir="ltr">{sha256}</code>
        </p>
      </div>
    )
  return (
    <div className="copies-panel copies-panel--two">
      <section>
        <h3>{t('copies.removedTitle')}</h3>
        {clean.removed.length === 0 ? <p>{t('copies.removedNone')}</p> : <TraceList traces={clean.removed} />}
      </section>
      <section>
        <h3>{t('copies.remainsTitle')}</h3>
        <RemainsList remains={clean.remains} />
      </section>
    </div>
  )
}
