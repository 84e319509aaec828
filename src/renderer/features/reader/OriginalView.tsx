import { ShieldCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { BlockedAddresses } from '#renderer/features/reader/BlockedAddresses.tsx'
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
  const page = useCommand('document.originalView', { id: document.id })
  if (page.isPending) return <Spinner label={t('reader.loading')} />
  if (page.data === undefined || page.data === null) return <EmptyState title={t('reader.originalMissing')} />
  return (
    <div className="reader-original">
      <div className="reader-original-label">
        <ShieldCheck size={14} aria-hidden />
        <span>{t('reader.originalLabel')}</span>
      </div>
      <Blocked addresses={page.data.remoteResources} />
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
        <iframe src={page.data.url} title={document.title} sandbox="" referrerPolicy="no-referrer" />
      )}
    </div>
  )
}

function Blocked({ addresses }: Readonly<{ addresses: readonly string[] }>): ReactNode {
  const { t } = useTranslation()
  if (addresses.length === 0) return <p className="reader-blocked">{t('reader.blockedNone')}</p>
  return (
    <BlockedAddresses addresses={addresses} label={t('reader.blocked', { count: addresses.length })} className="reader-blocked" />
  )
}
