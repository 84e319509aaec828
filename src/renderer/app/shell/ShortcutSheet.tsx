import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTCUT_GROUPS, SHORTCUT_IDS, shortcut } from '#renderer/app/shortcuts.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'

/** Everything the keyboard does, read from the one table of shortcuts. */
export function ShortcutSheet(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const isOpen = useAppState((state) => state.dialog?.kind === 'shortcuts')
  return (
    <Dialog
      isOpen={isOpen}
      onClose={actions.closeDialog}
      title={t('shortcuts.title')}
      closeLabel={t('common.close')}
      width="wide"
    >
      <p className="shortcut-detail">{t('shortcuts.detail')}</p>
      <div className="shortcut-groups">
        {SHORTCUT_GROUPS.map((group) => (
          <section key={group}>
            <SectionHeading>{t(`shortcuts.group-${group}`)}</SectionHeading>
            <ul>
              {SHORTCUT_IDS.filter((id) => shortcut(id).group === group && shortcut(id).keys.length > 0).map((id) => (
                <li key={id}>
                  <span>{t(`shortcuts.${id}`)}</span>
                  <span className="shortcut-keys">
                    {shortcut(id).keys.map((keys) => (
                      <Kbd key={keys} keys={keys} />
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
