import '#renderer/features/search/query/query.css'
import { Plus } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState, useReadState } from '#renderer/app/store.ts'
import { PartChip } from '#renderer/features/search/query/PartChip.tsx'
import { DRAFT_KINDS, type DraftKind, draftOf, emptyDraft, type PartDraft } from '#renderer/features/search/query/part-draft.ts'
import { partText } from '#renderer/features/search/query/part-text.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { Menu, type MenuGroup } from '#renderer/ui/Menu.tsx'
import { addPart, partsOf, type QueryPart, removePart, replacePart } from '#shared/text/query-parts'

/**
 * The query as chips, for those who do not type operators: each part says in words what it asks for, opens a form, and can be taken out.
 * The text in the search box stays the one truth: chips are read from it and write to it.
 */
export function QueryBuilder(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const readState = useReadState()
  const query = useAppState((state) => state.query)
  const [adding, setAdding] = useState<DraftKind | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const parts = partsOf(query)
  /** The part as it stands in the query now, if that did not change meanwhile. */
  const current = (part: QueryPart): QueryPart | undefined =>
    partsOf(readState().query).find((now) => now.start === part.start && now.text === part.text)
  const change = (part: QueryPart, text: string): void => {
    const now = current(part)
    if (now !== undefined) actions.setQuery(replacePart(readState().query, now, text))
  }
  const remove = (part: QueryPart, index: number): void => {
    const now = current(part)
    if (now !== undefined) actions.setQuery(removePart(readState().query, now))
    // The focus goes to the chip that took its place, or to what adds one.
    requestAnimationFrame(() => {
      const chips = row.current?.querySelectorAll<HTMLElement>('[data-chip]')
      ;(chips?.[Math.min(index, chips.length - 1)] ?? row.current?.querySelector<HTMLElement>('button'))?.focus()
    })
  }
  const add = (draft: PartDraft): void => actions.setQuery(addPart(readState().query, partText(draft)))
  const stopAdding = (): void => {
    setAdding(null)
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-add] button')?.focus())
  }
  return (
    <Toolbar className="query-builder" aria-label={t('query.builder')} ref={row}>
      {parts.map((part, index) => (
        <PartChip
          // A part is its place and its words: another text is another form.
          key={`${part.start}:${part.text}`}
          initial={draftOf(part)}
          onDone={(draft) => change(part, partText(draft))}
          onRemove={() => remove(part, index)}
        />
      ))}
      {adding === null ? null : <PartChip isNew initial={emptyDraft(adding)} onDone={add} onClose={stopAdding} />}
      <span data-add="">
        <Menu
          label={t('query.add')}
          trigger={
            <Chip aria-label={t('query.add')}>
              <span className="query-add">
                <Plus size={12} aria-hidden />
                {parts.length === 0 ? t('query.addFirst') : t('query.addShort')}
              </span>
            </Chip>
          }
          groups={useAddGroups(setAdding)}
        />
      </span>
    </Toolbar>
  )
}

const GROUPS = {
  words: ['words', 'phrase', 'any', 'near'],
  when: ['date', 'before', 'after'],
  about: ['name', 'tag', 'folder', 'lang', 'type', 'author', 'publisher', 'from', 'to', 'title', 'file', 'path'],
  properties: ['has', 'is', 'size', 'pages']
} as const satisfies Record<string, readonly DraftKind[]>

function useAddGroups(onAdd: (kind: DraftKind) => void): MenuGroup[] {
  const { t } = useTranslation()
  return (['words', 'when', 'about', 'properties'] as const).map((id) => ({
    id,
    title: t(`query.group-${id}`),
    entries: DRAFT_KINDS.filter((kind) => GROUPS[id].some((known) => known === kind)).map((kind) => ({
      id: kind,
      label: t(`query.kind-${kind}`),
      onSelect: () => onAdd(kind)
    }))
  }))
}
