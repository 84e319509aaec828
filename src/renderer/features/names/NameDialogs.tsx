import '#renderer/features/names/names.css'
import type { ReactNode } from 'react'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import { useActions, useAppState, useReadState } from '#renderer/app/store.ts'
import { NameListDialog } from '#renderer/features/names/NameListDialog.tsx'
import { NewNameDialog } from '#renderer/features/names/NewNameDialog.tsx'
import { useSelectedText } from '#renderer/features/names/use-selected-text.ts'

/** Making name cards: of what is selected in the document, of what is searched for, or of a list. */
export function NameDialogs(): ReactNode {
  const actions = useActions()
  const readState = useReadState()
  const dialog = useAppState((state) => state.dialog)
  const selectedText = useSelectedText()
  useShortcut('make-name', () => {
    const selected = selectedText()
    const query = readState().query.trim()
    if (selected !== '') actions.showDialog({ kind: 'new-name', text: selected, origin: 'selection' })
    else actions.showDialog({ kind: 'new-name', text: query, origin: query === '' ? 'typed' : 'query' })
  })
  useShortcut('name-list', () => actions.showDialog({ kind: 'name-list' }))
  if (dialog?.kind === 'new-name')
    return <NewNameDialog text={dialog.text} origin={dialog.origin} onClose={actions.closeDialog} />
  return dialog?.kind === 'name-list' ? <NameListDialog onClose={actions.closeDialog} /> : null
}
