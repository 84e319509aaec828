import '#renderer/ui/form.css'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import type { Tag } from '#shared/model/document'

/** Joins a tag to another one, with a way back. */
export function MergeTagDialog({
  tag,
  tags,
  onClose
}: Readonly<{ tag: Tag; tags: readonly Tag[]; onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const merge = useAction('tags.merge')
  const undo = useAction('tags.undo')
  const others = tags.filter((other) => other.id !== tag.id)
  const [chosen, setChosen] = useState(String(others[0]?.id ?? ''))
  const into = others.find((other) => String(other.id) === chosen)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (into === undefined) return
    const done = await merge({ from: tag.id, into: into.id })
    if (done === undefined) return
    onClose()
    showDone(t('organise.merged', { from: tag.name, into: into.name }), () => void undo({ undoId: done.undoId }))
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('organise.mergeTitle', { name: tag.name })}
      closeLabel={t('common.close')}
      width="narrow"
    >
      <form className="ui-form" onSubmit={(event) => void submit(event)}>
        <Select
          label={t('organise.mergeTitle', { name: tag.name })}
          hideLabel
          value={chosen}
          onChange={setChosen}
          options={others.map((other) => ({ value: String(other.id), label: other.name }))}
        />
        <p className="tag-form-detail">{t('organise.mergeDetail')}</p>
        <div className="ui-form-buttons">
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={into === undefined}>
            {t('organise.merge')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
