import { Pencil } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CorrectionMark } from '#renderer/features/inspector/CorrectionMark.tsx'
import { fieldTrouble } from '#renderer/features/inspector/field-trouble.ts'
import { useCorrection } from '#renderer/features/inspector/use-correction.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { CorrectableField, DocumentDetail } from '#shared/model/document'

type Props = Readonly<{
  document: DocumentDetail
  field: Exclude<CorrectableField, 'language'>
  /** The value as it is shown; null when it is not known. */
  shown: string | null
  /** After the value: a button to copy it. */
  trailing?: ReactNode
}>

/** A fact about the document that a person can correct where it stands: press, type, Enter; Escape leaves it as it was. */
export function EditableField({ document, field, shown, trailing }: Props): ReactNode {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const label = t(`inspector.field-${field}`)
  const end = (): void => {
    setEditing(false)
    requestAnimationFrame(() => trigger.current?.focus())
  }
  return (
    <div className="inspector-row">
      <dt>{label}</dt>
      <dd>
        {isEditing ? (
          <Editor document={document} field={field} onEnd={end} />
        ) : (
          <div className="inspector-value">
            <Button
              ref={trigger}
              className="inspector-edit"
              data-field={field}
              aria-label={`${t('inspector.edit', { field: label })}: ${shown ?? t('inspector.unknown')}`}
              onPress={() => setEditing(true)}
            >
              <span className={shown === null ? 'inspector-unknown' : ''} title={shown ?? undefined}>
                <bdi>{shown ?? t('inspector.unknown')}</bdi>
              </span>
              <Pencil size={12} aria-hidden />
            </Button>
            {trailing}
          </div>
        )}
        <CorrectionMark document={document} field={field} />
      </dd>
    </div>
  )
}

type EditorProps = Pick<Props, 'document' | 'field'> & Readonly<{ onEnd: () => void }>

function Editor({ document, field, onEnd }: EditorProps): ReactNode {
  const { t } = useTranslation()
  const before = document[field] ?? ''
  const [typed, setTyped] = useState(before)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const { save } = useCorrection(document, field)
  const trouble = fieldTrouble(field, typed)
  const finish = async (): Promise<void> => {
    if (typed.trim() === before || (trouble === undefined && (await save(typed.trim())))) onEnd()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onEnd()
    else if (event.key === 'Enter') void finish()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter and Escape of the field inside.
    <div className="inspector-editor" onKeyDown={onKeyDown} onBlur={() => void finish()}>
      <TextField
        label={t(`inspector.field-${field}`)}
        hideLabel
        autoFocus
        ref={input}
        value={typed}
        onChange={setTyped}
        {...(field === 'sourceUrl' || field === 'date' ? { dir: 'ltr' as const } : {})}
        {...(field === 'date' ? { placeholder: t('inspector.dateHint') } : {})}
        {...(trouble === undefined ? {} : { error: t(trouble) })}
      />
    </div>
  )
}
