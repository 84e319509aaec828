import { ListTree } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import type { ContentsItem } from '#renderer/features/reader/contents.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import type { PageUnit } from '#shared/model/page-unit'

type Props = Readonly<{ items: readonly ContentsItem[]; unit: PageUnit; onGo: (offset: number) => void }>

/** The headings of a long document; choosing one goes there. */
export function ContentsPopover({ items, unit, onGo }: Props): ReactNode {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  useShortcut('contents', () => setOpen(true))
  const keyed = items.map((item, index) => ({ id: String(index), item }))
  return (
    <Popover
      label={t('reader.contents')}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <IconButton label={t('reader.contents')} keys="c">
          <ListTree className="mirror" size={16} aria-hidden />
        </IconButton>
      }
    >
      <ListBox
        className="reader-contents"
        aria-label={t('reader.contents')}
        items={keyed}
        autoFocus="first"
        onAction={(key) => {
          const item = items[Number(key)]
          setOpen(false)
          if (item !== undefined) onGo(item.offset)
        }}
      >
        {({ id, item }) => (
          <ListBoxItem
            id={id}
            className="ui-menu-item reader-contents-item"
            textValue={item.title}
            style={{ paddingInlineStart: `${8 + Math.min(item.depth, 5) * 16}px` }}
          >
            <span className="ui-menu-words" dir="auto">
              {item.title}
            </span>
            {item.page === null || unit === 'sheet' ? null : <span className="reader-contents-page tabular">{item.page}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}
