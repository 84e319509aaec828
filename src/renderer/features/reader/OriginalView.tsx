import { ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { DocumentDetail } from '#shared/model/document'

/** The saved page in a frame that may do nothing: no script, no network, an origin of its own. */
export function OriginalView({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
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
      <iframe src={page.data.url} title={document.title} sandbox="" referrerPolicy="no-referrer" />
    </div>
  )
}

function Blocked({ addresses }: Readonly<{ addresses: readonly string[] }>): ReactNode {
  const { t } = useTranslation()
  if (addresses.length === 0) return <p className="reader-blocked">{t('reader.blockedNone')}</p>
  return (
    <Disclosure className="reader-blocked">
      <Button slot="trigger" className="reader-blocked-trigger">
        {t('reader.blocked', { count: addresses.length })}
      </Button>
      <DisclosurePanel>
        <ul className="reader-blocked-list selectable" aria-label={t('reader.blockedList')}>
          {[...new Set(addresses)].map((address) => (
            <li key={address} dir="ltr">
              {address}
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  )
}
