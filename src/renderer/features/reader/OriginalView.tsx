import { ShieldCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { PageAttempts } from '#renderer/features/reader/PageAttempts.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { DocumentDetail } from '#shared/model/document'

type Props = Readonly<{
  document: DocumentDetail
  /** Whether the page waits until it is asked for, because it may show pictures. */
  isVeiled: boolean
}>

/** The saved page in a frame that may do nothing: no script, no network, an origin of its own. */
export function OriginalView({ document, isVeiled }: Props): ReactNode {
  const { t } = useTranslation()
  const [isAskedFor, setAskedFor] = useState(false)
  const [loads, setLoads] = useState(0)
  const page = useCommand('document.originalView', { id: document.id })
  if (page.isPending) return <Spinner label={t('reader.loading')} />
  if (page.data === undefined || page.data === null) return <EmptyState title={t('reader.originalMissing')} />
  return (
    <div className="reader-original">
      <div className="reader-original-label">
        <ShieldCheck size={14} aria-hidden />
        <span>{t('reader.originalLabel')}</span>
      </div>
      <PageAttempts id={document.id} known={page.data.remoteResources} loads={loads} />
      {isVeiled && !isAskedFor ? (
        <EmptyState
          title={t('reader.originalVeiled')}
          actions={
            <span data-veil>
              <Button onPress={() => setAskedFor(true)}>{t('reader.originalShow')}</Button>
            </span>
          }
        />
      ) : (
        <iframe
          src={page.data.url}
          title={document.title}
          sandbox=""
          referrerPolicy="no-referrer"
          onLoad={() => setLoads((count) => count + 1)}
        />
      )}
    </div>
  )
}
