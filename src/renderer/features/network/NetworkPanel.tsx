import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Address } from '#renderer/ui/Address.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import type { DocumentId } from '#shared/model/ids'
import type { NetworkRefusals, RefusedGroup } from '#shared/model/refusals'

/** Entries of one source that are shown; how many more there are is said. */
const SHOWN = 8
/** The pages shown last. */
const MOST_PAGES = 20

type Props = Readonly<{ refusals: NetworkRefusals; onClose: () => void }>

/** How much was refused since when, by whom, and which pages were shown without what they would have loaded. */
export function NetworkPanel({ refusals, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { total, groups, pages } = refusals
  const since = format.moment(refusals.since)
  return (
    <div className="network-panel">
      <strong>{t('network.title')}</strong>
      <p>{total === 0 ? t('network.none', { since }) : t('network.some', { count: total, since })}</p>
      {groups.slice(0, MOST_PAGES).map((group) => (
        <Group key={JSON.stringify(group.source)} group={group} onClose={onClose} />
      ))}
      {pages.length === 0 ? null : (
        <section>
          <h3>{t('network.pages')}</h3>
          <ul>
            {pages.slice(-MOST_PAGES).map(({ id, attempts }) => (
              <li key={id} className="network-page">
                <DocumentName id={id} onClose={onClose} />
                <span className="network-count tabular">{t('network.of', { count: attempts })}</span>
              </li>
            ))}
          </ul>
          <p className="network-note">{t('network.pagesNote')}</p>
        </section>
      )}
      <p className="network-note">{t('network.note')}</p>
    </div>
  )
}

function Group({ group, onClose }: Readonly<{ group: RefusedGroup; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const { source, entries } = group
  const shown = entries.slice(0, SHOWN)
  const rest = group.count - shown.reduce((sum, { count }) => sum + count, 0)
  return (
    <section>
      <h3>
        {source.kind === 'document' ? (
          <DocumentName id={source.id} onClose={onClose} />
        ) : (
          t(`network.from-${source.kind === 'program' ? source.part : source.kind}`)
        )}
      </h3>
      <ul>
        {shown.map((entry) => (
          <li key={`${entry.kind} ${entry.address}`}>
            <span className="network-kind">{t(`network.kind-${entry.kind}`)}</span>
            <Address address={entry.address} />
            {entry.count > 1 ? <span className="network-count tabular">{t('network.of', { count: entry.count })}</span> : null}
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="network-note">{t('network.more', { count: rest })}</p> : null}
    </section>
  )
}

function DocumentName({ id, onClose }: Readonly<{ id: DocumentId; onClose: () => void }>): ReactNode {
  const { openDocument } = useActions()
  const title = useCommand('document.get', { id }).data?.title
  if (title === undefined) return null
  const open = (): void => {
    onClose()
    openDocument(id)
  }
  return (
    <Button kind="quiet" onPress={open}>
      <span className="truncate" dir="auto">
        {title}
      </span>
    </Button>
  )
}
