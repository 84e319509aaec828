import '#renderer/features/names/names.css'
import { Ellipsis, Merge, Pencil, Scissors, Trash2, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { CardMentions } from '#renderer/features/names/CardMentions.tsx'
import { CardNearby } from '#renderer/features/names/CardNearby.tsx'
import { CardNote } from '#renderer/features/names/CardNote.tsx'
import { CardSpellings } from '#renderer/features/names/CardSpellings.tsx'
import { CardYears } from '#renderer/features/names/CardYears.tsx'
import { KindSelect } from '#renderer/features/names/KindSelect.tsx'
import { MergeNameDialog } from '#renderer/features/names/MergeNameDialog.tsx'
import { RenameNameDialog } from '#renderer/features/names/RenameNameDialog.tsx'
import { SplitNameDialog } from '#renderer/features/names/SplitNameDialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { KindIcon } from '#renderer/ui/KindIcon.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { NameId } from '#shared/model/ids'
import type { NameCard } from '#shared/model/name'

/** The open name card: what it is, its spellings, when it is mentioned, with whom, and where. */
export function NameCardPane(): ReactNode {
  const id = useAppState((state) => state.openNameId)
  return id === null ? null : <OpenCard key={id} id={id} />
}

function OpenCard({ id }: Readonly<{ id: NameId }>): ReactNode {
  const { t } = useTranslation()
  const { data: card, error } = useCommand('names.get', { id })
  const [year, setYear] = useState<number | null | undefined>(undefined)
  if (error !== null && card === undefined)
    return <EmptyState icon={<KindIcon kind="person" size={32} />} title={t('names.gone')} />
  if (card === undefined) return <Spinner label={t('common.loading')} />
  const chosen = card.years.some((bar) => bar.year === year) ? year : undefined
  return (
    <article className="name-card" aria-label={card.label}>
      <CardHead card={card} />
      <CardNote key={card.note} card={card} />
      <CardSpellings card={card} />
      <CardYears years={card.years} chosen={chosen} onChoose={setYear} />
      <CardNearby id={id} />
      <CardMentions key={String(chosen)} id={id} year={chosen} />
    </article>
  )
}

function CardHead({ card }: Readonly<{ card: NameCard }>): ReactNode {
  const { t } = useTranslation()
  const edit = useAction('names.edit')
  const hits = t('names.hits', { count: card.hits })
  const documents = t('common.documents', { count: card.documents })
  return (
    <header className="name-card-head">
      <div className="name-card-bar">
        <KindSelect hideLabel value={card.kind} onChange={(kind) => void edit({ id: card.id, kind })} />
        <CardMenu card={card} />
      </div>
      <h2 className="name-card-label">
        <bdi>{card.label}</bdi>
      </h2>
      {card.also === null ? null : (
        <p className="name-card-also">
          <bdi>{card.also}</bdi>
        </p>
      )}
      <p className="card-quiet" role="status">
        {t('names.summary', { hits, documents })}
      </p>
    </header>
  )
}

function CardMenu({ card }: Readonly<{ card: NameCard }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const remove = useAction('names.delete')
  const undo = useAction('names.undo')
  const [dialog, setDialog] = useState<'rename' | 'merge' | 'split' | null>(null)
  const close = (): void => setDialog(null)
  const onDelete = async (): Promise<void> => {
    const done = await remove({ id: card.id })
    if (done === undefined) return
    actions.closeName()
    showDone(t('names.deleted', { name: card.label }), () => void undo({ undoId: done.undoId }))
  }
  const icon = { size: 15, 'aria-hidden': true } as const
  const canSplit = card.spellings.length > 1
  return (
    <>
      <Menu
        label={t('names.actions')}
        placement="bottom end"
        trigger={
          <IconButton label={t('names.actions')}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
        groups={[
          {
            id: 'change',
            entries: [
              { id: 'rename', label: t('names.edit'), icon: <Pencil {...icon} />, onSelect: () => setDialog('rename') },
              { id: 'merge', label: t('names.merge'), icon: <Merge {...icon} />, onSelect: () => setDialog('merge') },
              {
                id: 'split',
                label: t('names.split'),
                icon: <Scissors {...icon} />,
                isDisabled: !canSplit,
                onSelect: () => setDialog('split')
              },
              {
                id: 'delete',
                label: t('names.delete'),
                icon: <Trash2 {...icon} />,
                isDanger: true,
                onSelect: () => void onDelete()
              }
            ]
          }
        ]}
      />
      <IconButton label={t('names.close')} onPress={actions.closeName}>
        <X size={16} aria-hidden />
      </IconButton>
      {dialog === 'rename' ? <RenameNameDialog card={card} onClose={close} /> : null}
      {dialog === 'merge' ? <MergeNameDialog card={card} onClose={close} /> : null}
      {dialog === 'split' ? <SplitNameDialog card={card} onClose={close} /> : null}
    </>
  )
}
