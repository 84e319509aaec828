import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { KindSelect } from '#renderer/features/names/KindSelect.tsx'
import { KnownNames } from '#renderer/features/names/KnownNames.tsx'
import { nameInQuery } from '#renderer/features/names/name-in-query.ts'
import { SpellingSwitch } from '#renderer/features/names/SpellingSwitch.tsx'
import { useSettled } from '#renderer/features/names/use-settled.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { NameKind, NameProposal } from '#shared/model/name'

type Props = Readonly<{ text: string; origin: 'typed' | 'selection' | 'query'; onClose: () => void }>

/** A new card: its name, its kind, and which of the proposed spellings it has too. None of them is switched on at first. */
export function NewNameDialog({ text, origin, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const create = useAction('names.create')
  const [label, setLabel] = useState(() => (origin === 'query' ? nameInQuery(text) : text))
  const [kind, setKind] = useState<NameKind>('person')
  const [confirmed, setConfirmed] = useState<readonly NameProposal[]>([])
  const trimmed = label.trim()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (trimmed === '') return
    const others = confirmed.map((proposal) => ({ text: proposal.text, origin: proposal.origin }))
    const made = await create({ kind, label: trimmed, spellings: [{ text: trimmed, origin }, ...others] })
    if (made === undefined) return
    onClose()
    actions.openName(made)
    showDone(t('names.created', { name: made.label }))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('names.newTitle')}
      closeLabel={t('common.close')}
      isDismissable={confirmed.length === 0}
    >
      <form className="name-form" onSubmit={(event) => void submit(event)}>
        <div className="name-form-row">
          <TextField label={t('names.label')} value={label} onChange={setLabel} autoFocus />
          <KindSelect value={kind} onChange={setKind} />
        </div>
        <KnownNames text={trimmed} onClose={onClose} />
        <p className="card-quiet">{t('names.newDetail')}</p>
        <Proposals text={trimmed} kind={kind} confirmed={confirmed} onConfirm={setConfirmed} />
        <div className="name-form-buttons">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={trimmed === ''}>
            {t('names.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type ProposalsProps = Readonly<{
  text: string
  kind: NameKind
  confirmed: readonly NameProposal[]
  onConfirm: (confirmed: readonly NameProposal[]) => void
}>

function Proposals({ text, kind, confirmed, onConfirm }: ProposalsProps): ReactNode {
  const { t } = useTranslation()
  const settled = useSettled(text)
  const isAsked = settled !== ''
  const proposals = useCommand(
    'names.propose',
    { of: 'text', text: settled, kind },
    { enabled: isAsked, keepPrevious: true }
  ).data
  if (!isAsked) return null
  // What was confirmed stays in sight when the name is typed on.
  const shown = [...confirmed, ...(proposals ?? []).filter(({ key }) => confirmed.every((other) => other.key !== key))]
  return (
    <div className="spelling-proposals">
      <h4>{t('names.proposed')}</h4>
      {proposals === undefined ? <p className="card-quiet">{t('names.proposing')}</p> : null}
      {proposals !== undefined && shown.length === 0 ? <p className="card-quiet">{t('names.noProposals')}</p> : null}
      <ul>
        {shown.map((proposal) => {
          const isOn = confirmed.includes(proposal)
          return (
            <SpellingSwitch
              key={proposal.key}
              text={proposal.text}
              isOn={isOn}
              count={proposal.documents === 0 ? t('names.notInArchive') : t('names.inDocuments', { count: proposal.documents })}
              onChange={(on) =>
                onConfirm(on ? [...confirmed, proposal] : confirmed.filter((other) => other.key !== proposal.key))
              }
            />
          )
        })}
      </ul>
    </div>
  )
}
