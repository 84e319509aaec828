import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Remainder } from '#shared/model/copy'

/** What a copy still tells. */
export function RemainsList({ remains }: Readonly<{ remains: readonly Remainder[] }>): ReactNode {
  const { t } = useTranslation()
  return (
    <ul className="copies-remains">
      {remains.map(({ code, detail }) => (
        <li key={code}>
          <bdi>
            {code === 'colour-profile' && detail !== null
              ? t('copies.remains-colour-profile-named', { detail })
              : t(`copies.remains-${code}`, { detail: detail ?? '' })}
          </bdi>
        </li>
      ))}
    </ul>
  )
}
