import '#renderer/ui/address.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { shownAddress } from '#renderer/ui/shown-address.ts'

/** An address of a document as text that can not deceive: never a link, always left to right, its real host named where it hides. */
export function Address({ address }: Readonly<{ address: string }>): ReactNode {
  const { t } = useTranslation()
  const { text, host } = shownAddress(address)
  return (
    <span className="ui-address selectable">
      <bdi dir="ltr">{text}</bdi>
      {host === null ? null : <strong dir="ltr">{t('network.reallyHost', { host })}</strong>}
    </span>
  )
}
