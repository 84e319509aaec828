import '#renderer/features/names/names.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { NameChip } from '#renderer/features/names/NameChip.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { DocumentId } from '#shared/model/ids'

/** The names that a document mentions, with how often; a press shows the card. Nothing where it mentions none. */
export function DocumentNames({ id }: Readonly<{ id: DocumentId }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const names = useCommand('names.inDocument', { id }, { keepPrevious: true }).data ?? []
  if (names.length === 0) return null
  return (
    <section aria-labelledby="inspector-names">
      <SectionHeading id="inspector-names">{t('names.mentions')}</SectionHeading>
      <ul className="name-chips">
        {names.map((name) => (
          <li key={name.id}>
            <NameChip
              kind={name.kind}
              label={name.label}
              count={format.number(name.hits)}
              words={t('names.mentionsIn', { name: name.label, count: name.hits })}
              onPress={() => actions.openName(name)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
