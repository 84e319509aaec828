import { ShieldAlert } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Mending } from '#renderer/features/integrity/Mending.tsx'
import { isolated } from '#renderer/i18n/isolated.ts'
import { Button } from '#renderer/ui/Button.tsx'

/** What the window shows in place of an archive that was to be opened at the start and is damaged. */
export function MendingScreen(): ReactNode {
  const { t } = useTranslation()
  const open = useAction('archive.open')
  const heading = useRef<HTMLHeadingElement>(null)
  // Nothing else of the window can have the focus: reading aloud begins with what has happened.
  useEffect(() => heading.current?.focus(), [])
  const name = useCommand('integrity.damage', {}, { forget: true }).data?.name ?? ''
  return (
    <main className="no-archive">
      <section className="mending-screen" aria-labelledby="mending-title">
        <ShieldAlert size={32} strokeWidth={1.4} aria-hidden />
        <h1 ref={heading} id="mending-title" tabIndex={-1}>
          {name === '' ? t('shell.archiveProblemTitle') : t('integrity.mendTitle', { name: isolated(name) })}
        </h1>
        <Mending onMended={() => undefined} />
        <Button kind="quiet" onPress={() => void open({})}>
          {t('library.openArchive')}
        </Button>
      </section>
    </main>
  )
}
