import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { PartForm } from '#renderer/features/search/query/PartForm.tsx'
import type { PartDraft } from '#renderer/features/search/query/part-draft.ts'
import { usePartWords } from '#renderer/features/search/query/use-part-words.ts'
import { Popover } from '#renderer/ui/Popover.tsx'

type Props = Readonly<{
  initial: PartDraft
  /** It stands in no query yet: its form is open, and it goes when that closes. */
  isNew?: boolean
  /** The form was filled in otherwise than it was. */
  onDone: (draft: PartDraft) => void
  onRemove?: () => void
  onClose?: () => void
}>

/** One part of the query: a button that opens its form, and a cross that takes it out. Delete does too. */
export function PartChip({ initial, isNew = false, onDone, onRemove, onClose }: Props): ReactNode {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(isNew)
  const wordsOf = usePartWords()
  const words = isNew ? t(`query.kind-${initial.kind}`) : wordsOf(initial)
  const open = (next: boolean): void => {
    setOpen(next)
    if (!next) onClose?.()
  }
  return (
    <span className={`query-chip${initial.negated ? ' query-chip--not' : ''}`}>
      <Popover
        label={t('query.editPart', { part: words })}
        isOpen={isOpen}
        onOpenChange={open}
        trigger={
          <Button
            className="query-chip-words"
            aria-label={t('query.editPart', { part: words })}
            onKeyDown={(event) => {
              if ((event.key === 'Delete' || event.key === 'Backspace') && onRemove !== undefined) onRemove()
              else event.continuePropagation()
            }}
            {...(isNew ? {} : { 'data-chip': '' })}
          >
            <span className="truncate" dir="auto">
              {words}
            </span>
          </Button>
        }
      >
        {(close) => (
          <PartForm
            initial={initial}
            isNew={isNew}
            onDone={(draft) => {
              close()
              if (JSON.stringify(draft) !== JSON.stringify(initial)) onDone(draft)
            }}
            onCancel={close}
          />
        )}
      </Popover>
      {onRemove === undefined ? null : (
        <Button className="query-chip-remove" aria-label={t('query.removePart', { part: words })} onPress={onRemove}>
          <X size={12} aria-hidden />
        </Button>
      )}
    </span>
  )
}
