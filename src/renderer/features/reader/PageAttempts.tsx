import { type ReactNode, useEffect } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { on } from '#renderer/api/call.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Address } from '#renderer/ui/Address.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import type { DocumentId } from '#shared/model/ids'
import { ATTEMPT_KINDS } from '#shared/model/refusals'

type Props = Readonly<{
  id: DocumentId
  /** Known from the import, before the page has been made. */
  known: readonly string[]
  /** Goes up when the page has loaded: what it wanted is known then. */
  loads: number
}>

/** What a saved page would have loaded or sent, by kind, and what was refused while it was shown. Addresses to read, never links. */
export function PageAttempts({ id, known, loads }: Props): ReactNode {
  const { t } = useTranslation()
  const copy = useAction('app.copyText')
  const { data, refetch } = useCommand('network.ofPage', { id }, { forget: true })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the page has loaded.
  useEffect(() => void refetch(), [refetch, loads])
  useEffect(() => on('network.refused', () => void refetch()), [refetch])
  const attempts = data?.attempts ?? known.map((address) => ({ kind: undefined, address }))
  const refused = data?.refused ?? []
  if (attempts.length + refused.length === 0) return <p className="reader-blocked">{t('reader.blockedNone')}</p>
  const groups = [undefined, ...ATTEMPT_KINDS]
    .map((kind) => ({ kind, addresses: [...new Set(attempts.filter((one) => one.kind === kind).map(({ address }) => address))] }))
    .filter(({ addresses }) => addresses.length > 0)
  const all = [...new Set([...attempts, ...refused].map(({ address }) => address))].join('\n')
  return (
    <Disclosure className="reader-blocked">
      <AriaButton slot="trigger" className="reader-blocked-trigger">
        {t('reader.blocked', { count: attempts.length })}
      </AriaButton>
      <DisclosurePanel>
        <div className="reader-attempts">
          {groups.map(({ kind, addresses }) => (
            <Group key={kind ?? 'known'} label={kind && t(`network.attempt-${kind}`)} addresses={addresses} />
          ))}
          {refused.length === 0 ? null : <Group label={t('network.seen')} addresses={refused.map(({ address }) => address)} />}
        </div>
        <p>{t('network.scripts')}</p>
        <Button kind="quiet" onPress={() => void copy({ text: all })}>
          {t('network.copy')}
        </Button>
      </DisclosurePanel>
    </Disclosure>
  )
}

function Group({ label, addresses }: Readonly<{ label: string | undefined; addresses: readonly string[] }>): ReactNode {
  return (
    <section>
      {label === undefined ? null : <h4>{label}</h4>}
      <ul>
        {addresses.map((address) => (
          <li key={address}>
            <Address address={address} />
          </li>
        ))}
      </ul>
    </section>
  )
}
