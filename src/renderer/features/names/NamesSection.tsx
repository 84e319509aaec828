import '#renderer/features/names/names.css'
import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { KindIcon } from '#renderer/ui/KindIcon.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { NavRow } from '#renderer/ui/NavRow.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { NameSummary } from '#shared/model/name'

/** More cards than this are folded away until they are asked for. */
const SHOWN = 20
const MOST = 1000

/** The cards mentioned in most documents. A press shows the card beside the documents that mention it. */
export function NamesSection(): ReactNode {
  const { t } = useTranslation()
  const [isUnfolded, setUnfolded] = useState(false)
  const names = useCommand('names.list', { limit: MOST }, { keepPrevious: true }).data
  const folded = Math.max(0, (names?.length ?? 0) - SHOWN)
  return (
    <section aria-labelledby="sidebar-names">
      <SectionHeading id="sidebar-names" actions={<AddNames />}>
        {t('names.section')}
      </SectionHeading>
      {names?.length === 0 ? <p className="sidebar-empty">{t('names.empty')}</p> : null}
      <ul>
        {names?.slice(0, isUnfolded ? undefined : SHOWN).map((name) => (
          <li key={name.id}>
            <NameRow name={name} />
          </li>
        ))}
      </ul>
      {isUnfolded && names?.length === MOST ? <p className="sidebar-empty">{t('names.onlyFirst', { count: MOST })}</p> : null}
      {folded === 0 ? null : (
        <Button kind="quiet" onPress={() => setUnfolded(!isUnfolded)}>
          {isUnfolded ? t('names.fewer') : t('names.more', { count: folded })}
        </Button>
      )}
    </section>
  )
}

function NameRow({ name }: Readonly<{ name: NameSummary }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const isOn = useAppState((state) => state.openNameId === name.id)
  return (
    <NavRow
      icon={<KindIcon kind={name.kind} />}
      name={name.also === null ? name.label : `${name.label} · ${name.also}`}
      count={format.number(name.documents)}
      label={t('library.sectionCount', { name: name.label, documents: t('common.documents', { count: name.documents }) })}
      isOn={isOn}
      onPress={() => actions.openName(name)}
    />
  )
}

function AddNames(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  return (
    <Menu
      label={t('names.add')}
      placement="bottom end"
      trigger={
        <IconButton label={t('names.add')}>
          <Plus size={14} aria-hidden />
        </IconButton>
      }
      groups={[
        {
          id: 'add',
          entries: [
            {
              id: 'one',
              label: t('names.addOne'),
              onSelect: () => actions.showDialog({ kind: 'new-name', text: '', origin: 'typed' })
            },
            { id: 'list', label: t('names.addList'), onSelect: () => actions.showDialog({ kind: 'name-list' }) }
          ]
        }
      ]}
    />
  )
}
