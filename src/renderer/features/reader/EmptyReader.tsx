import { BookOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTCUTS, type ShortcutId } from '#renderer/app/shortcuts.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Kbd } from '#renderer/ui/Kbd.tsx'

const HINTS = [
  'search',
  'palette',
  'next-result',
  'open-result',
  'next-hit',
  'edit-tags',
  'shortcuts'
] as const satisfies ShortcutId[]

/** The reader with nothing open: the keys that help most. */
export function EmptyReader(): ReactNode {
  const { t } = useTranslation()
  return (
    <EmptyState icon={<BookOpen size={32} strokeWidth={1.25} />} title={t('reader.emptyTitle')}>
      <p>{t('reader.emptyDetail')}</p>
      <dl className="reader-keys">
        {HINTS.map((id) => (
          <div key={id}>
            <dt>
              <Kbd keys={SHORTCUTS[id].keys[0]} />
            </dt>
            <dd>{t(`shortcuts.${id}`)}</dd>
          </div>
        ))}
      </dl>
    </EmptyState>
  )
}
