import { useEffect, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import type { ListChoice, ListPreview, RollCallMode } from '#shared/model/rollcall'
import { LONGEST_PASTE } from '#shared/rollcall/limits'

export type ListSource = Readonly<{ kind: 'pasted'; text: string }> | Readonly<{ kind: 'chosen'; choiceId: string; name: string }>

/** What is typed settles for so long before it is read again. */
const PAUSE_MS = 250

/** The list as it would be run; undefined while there is none. */
export function useListPreview(source: ListSource, choice: ListChoice, mode: RollCallMode): ListPreview | undefined {
  const text = useSettled(source.kind === 'pasted' ? source.text : '')
  const hasText = source.kind === 'pasted' && text.trim() !== '' && text.length <= LONGEST_PASTE
  const pasted = useCommand(
    'rollcall.previewPasted',
    { text: hasText ? text : '', choice, mode },
    { enabled: hasText, keepPrevious: true }
  )
  const choiceId = source.kind === 'chosen' ? source.choiceId : ''
  const chosen = useCommand(
    'rollcall.previewChosen',
    { choiceId, choice, mode },
    { enabled: source.kind === 'chosen', keepPrevious: true }
  )
  if (source.kind === 'chosen') return chosen.data
  return hasText ? pasted.data : undefined
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
