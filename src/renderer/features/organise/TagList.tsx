import '#renderer/features/organise/organise.css'
import { EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { PressEvent } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions, useAppState, useReadState } from '#renderer/app/store.ts'
import { MergeTagDialog } from '#renderer/features/organise/MergeTagDialog.tsx'
import { RenameTagDialog } from '#renderer/features/organise/RenameTagDialog.tsx'
import { TagMenu } from '#renderer/features/organise/TagMenu.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { NavRow } from '#renderer/ui/NavRow.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { TagDot } from '#renderer/ui/TagDot.tsx'
import type { Tag } from '#shared/model/document'

/** More tags than this are folded away until they are asked for. */
const SHOWN_TAGS = 40

type Open = Readonly<{ dialog: 'rename' | 'merge'; tag: Tag }>

/** All tags with how many documents each has. A click shows one tag's documents, Ctrl+click adds another tag to the filter. */
export function TagList(): ReactNode {
  const { t } = useTranslation()
  const sidebar = useCommand('library.sidebar', {}, { keepPrevious: true }).data
  const [isUnfolded, setUnfolded] = useState(false)
  const [open, setOpen] = useState<Open | null>(null)
  const tags = sidebar?.tags ?? []
  const folded = Math.max(0, tags.length - SHOWN_TAGS)
  return (
    <section aria-labelledby="sidebar-tags">
      <SectionHeading id="sidebar-tags">{t('library.tags')}</SectionHeading>
      {sidebar !== undefined && tags.length === 0 ? <p className="sidebar-empty">{t('library.tagsEmpty')}</p> : null}
      <ul>
        {tags.slice(0, isUnfolded ? undefined : SHOWN_TAGS).map((tag) => (
          <TagRow key={tag.id} tag={tag} onDialog={(dialog) => setOpen({ dialog, tag })} />
        ))}
      </ul>
      {folded === 0 ? null : (
        <Button kind="quiet" onPress={() => setUnfolded(!isUnfolded)}>
          {isUnfolded ? t('library.fewerTags') : t('library.moreTags', { count: folded })}
        </Button>
      )}
      {open?.dialog === 'rename' ? <RenameTagDialog tag={open.tag} onClose={() => setOpen(null)} /> : null}
      {open?.dialog === 'merge' ? <MergeTagDialog tag={open.tag} tags={tags} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}

function TagRow({ tag, onDialog }: Readonly<{ tag: Tag; onDialog: (dialog: Open['dialog']) => void }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const readState = useReadState()
  const isOn = useAppState((state) => state.filter.tagIds.includes(tag.id))
  const [isMenuOpen, setMenuOpen] = useState(false)
  const onPress = (event: PressEvent): void => {
    const { tagIds } = readState().filter
    if (event.ctrlKey || event.metaKey || event.shiftKey) actions.toggleTag(tag.id)
    else actions.showOnly(tagIds.length === 1 && isOn ? {} : { tagIds: [tag.id] })
  }
  return (
    <li
      className="ui-nav-holder"
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuOpen(true)
      }}
    >
      <NavRow
        icon={<TagDot color={tag.color} />}
        {...(tag.isWarning ? { mark: <EyeOff size={12} role="img" aria-label={t('warning.mark')} /> } : {})}
        name={tag.name}
        count={format.number(tag.documents)}
        label={`${t('library.sectionCount', { name: tag.name, documents: t('common.documents', { count: tag.documents }) })}${tag.isWarning ? `, ${t('warning.mark')}` : ''}`}
        isOn={isOn}
        onPress={onPress}
      />
      <TagMenu tag={tag} isOpen={isMenuOpen} onOpenChange={setMenuOpen} onDialog={onDialog} />
    </li>
  )
}
