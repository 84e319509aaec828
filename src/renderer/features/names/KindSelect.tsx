import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '#renderer/ui/Select.tsx'
import { NAME_KINDS, type NameKind } from '#shared/model/name'

/** Person, organisation or place. */
export function KindSelect({
  value,
  onChange,
  hideLabel = false
}: Readonly<{ value: NameKind; onChange: (kind: NameKind) => void; hideLabel?: boolean }>): ReactNode {
  const { t } = useTranslation()
  return (
    <Select
      label={t('names.kind')}
      hideLabel={hideLabel}
      value={value}
      onChange={onChange}
      options={NAME_KINDS.map((kind) => ({ value: kind, label: t(`names.kind-${kind}`) }))}
    />
  )
}
