import { ArrowLeft, FileText } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { TextField as AriaTextField, Label, TextArea } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { ListChecked } from '#renderer/features/rollcall/ListChecked.tsx'
import { type ListSource, useListPreview } from '#renderer/features/rollcall/use-list-preview.ts'
import { useOpenRollCall } from '#renderer/features/rollcall/use-open-roll-call.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { ToggleSegment } from '#renderer/ui/ToggleSegment.tsx'
import { type ListChoice, ROLL_CALL_MODES, type RollCallMode } from '#shared/model/rollcall'
import { LONGEST_PASTE } from '#shared/rollcall/limits'

const TOLD: ListChoice = { sheet: null, column: null, header: null }

/** A list pasted or opened, looked at before it is run: what its lines are, which column, which lines are bad. */
export function NewRollCall(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const { text, mode } = useAppState((state) => state.rollCall.draft)
  const [chosen, setChosen] = useState<Extract<ListSource, { kind: 'chosen' }> | null>(null)
  const source: ListSource = chosen ?? { kind: 'pasted', text }
  const [choice, setChoice] = useState<ListChoice>(TOLD)
  const preview = useListPreview(source, choice, mode)
  const onMode = (next: RollCallMode): void => actions.lookAtRollCall({ draft: { text, mode: next } })
  const onSource = (next: ListSource): void => {
    setChosen(next.kind === 'chosen' ? next : null)
    if (next.kind === 'pasted') actions.lookAtRollCall({ draft: { text: next.text, mode } })
    if (next.kind === 'chosen' || source.kind === 'chosen') setChoice(TOLD)
  }
  return (
    <div className="rollcall-new">
      <div className="rollcall-new-column">
        <Button kind="quiet" onPress={() => actions.lookAtRollCall({ screen: 'home' })}>
          <ArrowLeft className="mirror" size={16} aria-hidden />
          {t('rollcall.back')}
        </Button>
        <h1>{t('rollcall.newTitle')}</h1>
        <ToggleSegment
          label={t('rollcall.mode')}
          options={ROLL_CALL_MODES.map((value) => ({ value, label: t(`rollcall.mode-${value}`) }))}
          value={mode}
          onChange={onMode}
        />
        <p className="rollcall-quiet">{t(`rollcall.modeDetail-${mode}`)}</p>
        <Source source={source} mode={mode} onSource={onSource} />
        {preview === undefined || preview.total === 0 ? null : (
          <>
            <ListChecked preview={preview} choice={choice} onChoice={setChoice} />
            <Start source={source} choice={choice} mode={mode} name={preview.name} canStart={preview.malformed < preview.total} />
          </>
        )}
      </div>
    </div>
  )
}

type SourceProps = Readonly<{ source: ListSource; mode: RollCallMode; onSource: (source: ListSource) => void }>

function Source({ source, mode, onSource }: SourceProps): ReactNode {
  const typed = useAppState((state) => state.rollCall.draft.text)
  const { t } = useTranslation()
  const choose = useAction('rollcall.choose')
  const onOpen = async (): Promise<void> => {
    const chosen = await choose({ mode })
    if (chosen?.choiceId != null) onSource({ kind: 'chosen', choiceId: chosen.choiceId, name: chosen.name })
  }
  const open = (
    <Button onPress={() => void onOpen()}>
      <FileText size={15} aria-hidden />
      {t('rollcall.openFile')}
    </Button>
  )
  if (source.kind === 'chosen') {
    return (
      <div className="rollcall-source">
        <p dir="auto">{t('rollcall.chosen', { name: source.name })}</p>
        <div className="rollcall-row">
          {open}
          <Button kind="quiet" onPress={() => onSource({ kind: 'pasted', text: typed })}>
            {t('rollcall.pasteInstead')}
          </Button>
        </div>
      </div>
    )
  }
  const isTooLong = source.text.length > LONGEST_PASTE
  return (
    <div className="rollcall-source">
      <AriaTextField
        className="ui-field"
        value={source.text}
        onChange={(text) => onSource({ kind: 'pasted', text })}
        isInvalid={isTooLong}
      >
        <Label className="ui-field-label">{t('rollcall.paste')}</Label>
        <TextArea
          className="ui-input rollcall-paste"
          dir="auto"
          rows={8}
          spellCheck={false}
          placeholder={t('rollcall.pastePlaceholder')}
          data-pane-focus=""
        />
        {isTooLong ? <span className="ui-field-error">{t('rollcall.pasteTooLong')}</span> : null}
      </AriaTextField>
      <div className="rollcall-row">{open}</div>
    </div>
  )
}

type StartProps = Readonly<{ source: ListSource; choice: ListChoice; mode: RollCallMode; name: string; canStart: boolean }>

function Start({ source, choice, mode, name: suggested, canStart }: StartProps): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const open = useOpenRollCall()
  const actions = useActions()
  const createChosen = useAction('rollcall.createChosen', ['rollcall.list'])
  const createPasted = useAction('rollcall.createPasted', ['rollcall.list'])
  const [isStarting, setStarting] = useState(false)
  const [now] = useState(() => Date.now())
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? (suggested.replace(/\.[A-Za-z]{2,4}$/, '') || t('rollcall.defaultName', { moment: format.moment(now) }))
  const start = async (): Promise<void> => {
    setStarting(true)
    const made =
      source.kind === 'chosen'
        ? await createChosen({ choiceId: source.choiceId, choice, mode, name })
        : await createPasted({ text: source.text, choice, mode, name })
    setStarting(false)
    if (made === undefined) return
    if (source.kind === 'pasted') actions.lookAtRollCall({ draft: { text: '', mode } })
    open(made.id)
  }
  return (
    <>
      <TextField label={t('rollcall.name')} value={name} onChange={setTyped} />
      <div className="rollcall-row">
        <Button kind="primary" isDisabled={!canStart || isStarting || name.trim() === ''} onPress={() => void start()}>
          {t('rollcall.start')}
        </Button>
      </div>
    </>
  )
}
