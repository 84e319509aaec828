import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { KindIcon } from '#renderer/ui/KindIcon.tsx'
import type { NameKind } from '#shared/model/name'

type Props = Readonly<{
  kind: NameKind
  label: string
  /** As shown. */
  count: string
  /** Name and count as one sentence, read aloud. */
  words: string
  onPress: () => void
}>

/** A name as a small button with how often it is met. */
export function NameChip({ kind, label, count, words, onPress }: Props): ReactNode {
  return (
    <Button className="ui-chip name-chip" aria-label={words} onPress={onPress}>
      <KindIcon kind={kind} size={12} />
      <bdi className="truncate">{label}</bdi>
      <span className="name-chip-count tabular">{count}</span>
    </Button>
  )
}
