import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Address } from '#renderer/ui/Address.tsx'

type Props = Readonly<{ addresses: readonly string[]; label: string; className: string }>

/** What a document would have loaded from the network: how much in a sentence, and the addresses behind it. */
export function BlockedAddresses({ addresses, label, className }: Props): ReactNode {
  const { t } = useTranslation()
  return (
    <Disclosure className={className}>
      <Button slot="trigger" className="reader-blocked-trigger">
        {label}
      </Button>
      <DisclosurePanel>
        <ul className="reader-blocked-list selectable" aria-label={t('reader.blockedList')}>
          {[...new Set(addresses)].map((address) => (
            <li key={address}>
              <Address address={address} />
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  )
}
