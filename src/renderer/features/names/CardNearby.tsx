import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { NameChip } from '#renderer/features/names/NameChip.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { NameId } from '#shared/model/ids'

/** Other names in the same documents; the number says in how many of them they stand within a few words. */
export function CardNearby({ id }: Readonly<{ id: NameId }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const names = useCommand('names.nearby', { id }, { keepPrevious: true }).data ?? []
  if (names.length === 0) return null
  return (
    <section className="card-part" aria-labelledby="card-nearby">
      <h3 id="card-nearby">{t('names.nearby')}</h3>
      <ul className="name-chips">
        {names.map((name) => (
          <li key={name.id}>
            <NameChip
              kind={name.kind}
              label={name.label}
              count={`${format.number(name.near)} / ${format.number(name.documents)}`}
              words={t('names.nearbyCount', { name: name.label, near: name.near, documents: name.documents })}
              onPress={() => actions.openName(name)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
