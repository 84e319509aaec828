import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { KindIcon } from '#renderer/ui/KindIcon.tsx'

/** Cards that have this spelling already, so that nobody makes a second one unawares. Nothing where there is none. */
export function KnownNames({ text, onClose }: Readonly<{ text: string; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const known = useCommand('names.with', { text }, { enabled: text !== '' }).data ?? []
  if (text === '' || known.length === 0) return null
  return (
    <div className="known-names" role="status">
      <p>{t('names.known')}</p>
      <ul>
        {known.map((name) => (
          <li key={name.id}>
            <KindIcon kind={name.kind} />
            <bdi className="truncate">{name.label}</bdi>
            <Button
              kind="quiet"
              onPress={() => {
                onClose()
                actions.openName(name)
              }}
            >
              {t('names.open')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
