import { type ReactNode, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { DateReading } from '#renderer/features/search/query/DateReading.tsx'
import type { DraftKind, PartDraft } from '#renderer/features/search/query/part-draft.ts'
import { partText } from '#renderer/features/search/query/part-text.ts'
import { PROPERTIES } from '#renderer/features/search/query/use-part-words.ts'
import { ValueSuggestions } from '#renderer/features/search/query/ValueSuggestions.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { SUGGESTED_FIELDS } from '#shared/model/query-help'
import { daysOf } from '#shared/text/query-dates'
import { pageRangeOf, sizeRangeOf } from '#shared/text/query-size'

type Props = Readonly<{
  initial: PartDraft
  isNew: boolean
  onDone: (draft: PartDraft) => void
  onCancel: () => void
}>

/** Words in one of these ways can change into one another. */
const WORD_KINDS = ['words', 'phrase', 'any', 'near'] as const
const isWordKind = (kind: DraftKind): kind is (typeof WORD_KINDS)[number] => WORD_KINDS.some((known) => known === kind)

/** The form of one part of the query. Enter and Done keep what was filled in, Escape does not. */
export function PartForm({ initial, isNew, onDone, onCancel }: Props): ReactNode {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(withFirstProperty(initial))
  const set = (patch: Partial<PartDraft>): void => setDraft({ ...draft, ...patch })
  const isReady = partText(draft) !== '' && !isUnreadable(draft)
  return (
    <Form
      className="query-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onDone(draft)
      }}
    >
      {isWordKind(draft.kind) ? (
        <Select
          label={t('query.how')}
          value={draft.kind}
          options={WORD_KINDS.map((kind) => ({ value: kind, label: t(`query.kind-${kind}`) }))}
          onChange={(kind) => set({ kind })}
        />
      ) : null}
      <Fields draft={draft} set={set} onChoose={(text) => onDone({ ...draft, text })} onCancel={onCancel} />
      {draft.kind === 'raw' ? null : (
        <Switch isSelected={draft.negated} onChange={(negated) => set({ negated })}>
          {t('query.negate')}
        </Switch>
      )}
      <div className="query-form-foot">
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={!isReady}>
          {isNew ? t('query.addPart') : t('common.done')}
        </Button>
      </div>
    </Form>
  )
}

/** Of a choice the first is chosen at once. */
const withFirstProperty = (draft: PartDraft): PartDraft =>
  (draft.kind === 'has' || draft.kind === 'is') && draft.text === '' ? { ...draft, text: PROPERTIES[draft.kind][0] } : draft

const isDateKind = (kind: DraftKind): kind is 'date' | 'before' | 'after' =>
  kind === 'date' || kind === 'before' || kind === 'after'

/** Whether the query language could not read the value: then it is said here, not found out from the results. */
function isUnreadable({ kind, text, least, most }: PartDraft): boolean {
  if (isDateKind(kind)) return daysOf(kind, text) === undefined
  if (kind !== 'size' && kind !== 'pages') return false
  const read = kind === 'size' ? sizeRangeOf : pageRangeOf
  return [least, most].some((end) => end.trim() !== '' && read(end) === undefined)
}

type FieldsProps = Readonly<{
  draft: PartDraft
  set: (patch: Partial<PartDraft>) => void
  /** A value of the archive was picked: there is nothing more to fill in. */
  onChoose: (text: string) => void
  onCancel: () => void
}>

function Fields({ draft, set, onChoose, onCancel }: FieldsProps): ReactNode {
  const { t } = useTranslation()
  const { kind } = draft
  const hintOf = (of: DraftKind) => {
    const known = HINTED.find((hinted) => hinted === of)
    return known === undefined ? {} : { description: t(`query.hint-${known}`) }
  }
  if (kind === 'has' || kind === 'is') return <PropertySelect kind={kind} draft={draft} set={set} />
  if (kind === 'size' || kind === 'pages') return <RangeFields kind={kind} draft={draft} set={set} />
  const field = SUGGESTED_FIELDS.find((known) => known === kind)
  if (field !== undefined) {
    return (
      <ValueSuggestions
        field={field}
        label={t(`query.kind-${kind}`)}
        value={draft.text}
        onChange={(text) => set({ text })}
        onChoose={onChoose}
        onCancel={onCancel}
      />
    )
  }
  return (
    <>
      <TextField
        label={isWordKind(kind) ? t('query.words') : t(`query.kind-${kind}`)}
        value={draft.text}
        onChange={(text) => set({ text })}
        {...hintOf(kind)}
        autoFocus
      />
      {kind === 'near' ? (
        <Select
          label={t('query.distance')}
          value={String(draft.distance)}
          options={distances(draft.distance).map((value) => ({
            value: String(value),
            label: t('query.distanceWords', { count: value })
          }))}
          onChange={(distance) => set({ distance: Number(distance) })}
        />
      ) : null}
      {isDateKind(kind) ? <DateReading field={kind} text={draft.text} /> : null}
    </>
  )
}

const HINTED = ['words', 'phrase', 'any', 'near', 'date', 'before', 'after', 'title', 'file', 'path'] as const

const distances = (chosen: number): number[] => [...new Set([1, 3, 5, 10, 20, 50, chosen])].sort((a, b) => a - b)

function PropertySelect({ kind, draft, set }: Readonly<{ kind: 'has' | 'is' }> & Pick<FieldsProps, 'draft' | 'set'>): ReactNode {
  const { t } = useTranslation()
  const options =
    kind === 'has'
      ? PROPERTIES.has.map((value) => ({ value, label: t(`query.has-${value}`) }))
      : PROPERTIES.is.map((value) => ({ value, label: t(`query.is-${value}`) }))
  return (
    <Select<string> label={t(`query.kind-${kind}`)} value={draft.text} options={options} onChange={(text) => set({ text })} />
  )
}

function RangeFields({ kind, draft, set }: Readonly<{ kind: 'size' | 'pages' }> & Pick<FieldsProps, 'draft' | 'set'>): ReactNode {
  const { t } = useTranslation()
  const read = kind === 'size' ? sizeRangeOf : pageRangeOf
  const error = (end: string) => (end.trim() !== '' && read(end) === undefined ? { error: t(`query.unreadable-${kind}`) } : {})
  return (
    <div className="query-form-range">
      <TextField
        label={t('query.least')}
        value={draft.least}
        onChange={(least) => set({ least })}
        {...error(draft.least)}
        autoFocus
      />
      <TextField label={t('query.most')} value={draft.most} onChange={(most) => set({ most })} {...error(draft.most)} />
      <p>{t(`query.hint-${kind}`)}</p>
    </div>
  )
}
