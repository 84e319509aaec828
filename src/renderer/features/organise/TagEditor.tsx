import '#renderer/features/organise/organise.css'
import { Check, Minus, Plus } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { Autocomplete, ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { type TagRow, tagRows } from '#renderer/features/organise/tag-rows.ts'
import { useTagging } from '#renderer/features/organise/use-tagging.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { TagDot } from '#renderer/ui/TagDot.tsx'
import type { DocumentId } from '#shared/model/ids'

/** Adds tags to documents and takes them off: type, Enter, type the next. Opens when the state names documents to tag. */
export function TagEditor(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const dialog = useAppState((state) => state.dialog)
  const ids = dialog?.kind === 'edit-tags' ? dialog.ids : null
  return (
    <Dialog
      isOpen={ids !== null}
      onClose={actions.closeDialog}
      title={ids === null || ids.length < 2 ? t('organise.editTags') : t('organise.editTagsOf', { count: ids.length })}
      closeLabel={t('common.close')}
      width="narrow"
    >
      {ids === null ? null : <Editor ids={ids} />}
    </Dialog>
  )
}

function Editor({ ids }: Readonly<{ ids: readonly DocumentId[] }>): ReactNode {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const suggested = useCommand('suggest.tags', { text: typed.trim(), limit: 50 }, { keepPrevious: true }).data
  const counts = useCommand('tags.countOn', { ids: [...ids] }, { keepPrevious: true }).data
  const tagging = useTagging(ids)
  const rows = useMemo(
    () => tagRows(suggested ?? [], new Map(counts?.map((count) => [count.id, count.documents])), typed),
    [suggested, counts, typed]
  )
  const choose = async (key: string): Promise<void> => {
    const row = rows.find((candidate) => rowKey(candidate) === key)
    if (row === undefined) return
    setTyped('')
    if (row.kind === 'create') await tagging.add(row.name)
    else if (row.on === ids.length) await tagging.remove(row.tag)
    else await tagging.add(row.tag.name)
  }
  return (
    <div className="tag-editor">
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField
          label={t('organise.tagInput')}
          clearLabel={t('common.clear')}
          placeholder={t('organise.tagPlaceholder')}
          autoFocus
        />
        <ListBox
          className="tag-editor-list"
          aria-label={t('organise.suggestions')}
          items={rows.map((row) => ({ id: rowKey(row), row }))}
          dependencies={[ids.length, counts]}
          selectionMode="none"
          onAction={(key) => void choose(String(key))}
          renderEmptyState={() => <p className="tag-editor-empty">{t('organise.noTags')}</p>}
        >
          {({ id, row }) => (
            <ListBoxItem id={id} className="ui-menu-item" textValue={row.kind === 'create' ? row.name : row.tag.name}>
              <RowWords row={row} total={ids.length} />
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  )
}

function RowWords({ row, total }: Readonly<{ row: TagRow; total: number }>): ReactNode {
  const { t } = useTranslation()
  if (row.kind === 'create') {
    return (
      <>
        <Plus size={14} aria-hidden />
        <span className="ui-menu-words" dir="auto">
          {t('organise.create', { name: row.name })}
        </span>
      </>
    )
  }
  return (
    <>
      <TagDot color={row.tag.color} />
      <span className="ui-menu-words">
        <span className="truncate" dir="auto">
          {row.tag.name}
        </span>
      </span>
      {row.on > 0 && row.on < total ? (
        <small className="tag-editor-some">{t('organise.onSome', { count: row.on, total })}</small>
      ) : null}
      {row.on === total ? <Check size={14} role="img" aria-label={t('organise.onAll')} /> : null}
      {row.on > 0 && row.on < total ? <Minus size={14} aria-hidden /> : null}
    </>
  )
}

function rowKey(row: TagRow): string {
  return row.kind === 'create' ? 'create' : `tag-${row.tag.id}`
}
