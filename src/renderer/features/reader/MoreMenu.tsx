import { Contact, Copy, Ellipsis, Eye, Languages, MailOpen, Quote, RotateCw, Save, ScanText, Search, Type } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useCopy } from '#renderer/api/use-copy.ts'
import { useHasShortcut, useRunShortcut } from '#renderer/app/Shortcuts.tsx'
import { useActions } from '#renderer/app/store.ts'
import { canChooseCharset } from '#renderer/features/reader/charsets.ts'
import { citationOf } from '#renderer/features/reader/citation.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu, type MenuEntry } from '#renderer/ui/Menu.tsx'
import type { DocumentDetail } from '#shared/model/document'

type Props = Readonly<{
  document: DocumentDetail
  /** The text that is shown now. */
  text: string
  /** Null where there is no text to look in. */
  onFind: (() => void) | null
  onFixText: () => void
}>

/** What is done to a document now and then. */
export function MoreMenu({ document, text, onFind, onFixText }: Props): ReactNode {
  const { t } = useTranslation()
  const run = useRunShortcut()
  const has = useHasShortcut()
  const actions = useActions()
  const copies = useCopies(document, text)
  const again = useReadingAgain(document)
  const setRead = useAction('document.setRead')
  const read: MenuEntry = {
    id: 'read',
    label: t(document.isRead ? 'reader.markUnread' : 'reader.markRead'),
    icon: <MailOpen size={14} aria-hidden />,
    keys: 'u',
    onSelect: () => void setRead({ ids: [document.id], read: !document.isRead })
  }
  const find: MenuEntry[] =
    onFind === null
      ? []
      : [
          {
            id: 'find',
            label: t('reader.findInDocument'),
            icon: <Search size={14} aria-hidden />,
            keys: 'Mod+Shift+F',
            // The menu gives the focus back as it closes; the find box takes it after that.
            onSelect: () => setTimeout(onFind, 0)
          }
        ]
  const name: MenuEntry = {
    id: 'name',
    label: t('names.makeOfSelection'),
    icon: <Contact size={14} aria-hidden />,
    keys: 'e',
    onSelect: () => run('make-name')
  }
  const pictures: MenuEntry = {
    id: 'pictures',
    label: t('reader.picturesShow'),
    icon: <Eye size={14} aria-hidden />,
    keys: 'Shift+X',
    onSelect: () => run('show-pictures')
  }
  const save: MenuEntry = {
    id: 'save',
    label: t('shortcuts.save-copy'),
    icon: <Save size={14} aria-hidden />,
    keys: 'Mod+Shift+S',
    onSelect: () => actions.saveCopy([document.id])
  }
  const fix: MenuEntry = {
    id: 'charset',
    label: t('reader.fixText'),
    icon: <Languages size={14} aria-hidden />,
    onSelect: onFixText
  }
  return (
    <Menu
      label={t('reader.moreActions')}
      placement="bottom end"
      trigger={
        <IconButton label={t('reader.moreActions')}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      }
      groups={[
        { id: 'state', entries: [read, ...find, name, ...(has('show-pictures') ? [pictures] : [])] },
        { id: 'copy', entries: [...copies, save] },
        { id: 'fix', entries: [...(canChooseCharset(document.mediaType) ? [fix] : []), ...again] }
      ]}
    />
  )
}

/** Reading it anew: with other OCR languages, or just again. */
function useReadingAgain(document: DocumentDetail): MenuEntry[] {
  const { t } = useTranslation()
  const actions = useActions()
  const start = useAction('reread.start', ['reread.current'])
  const isRunning = useCommand('reread.current', {}).data?.running ?? false
  const { id, ocr, ocrLanguages: chosen, title } = document
  const languages: MenuEntry = {
    id: 'ocr',
    label: t('reader.ocrLanguages'),
    icon: <ScanText size={14} aria-hidden />,
    onSelect: () => actions.showDialog({ kind: 'ocr-languages', target: { kind: 'documents', ids: [id] }, chosen, name: title })
  }
  const again: MenuEntry = {
    id: 'again',
    label: t('reader.readAgain'),
    icon: <RotateCw size={14} aria-hidden />,
    isDisabled: isRunning,
    onSelect: () => void start({ what: 'documents', ids: [id] })
  }
  return ocr === null ? [again] : [languages, again]
}

function useCopies(document: DocumentDetail, text: string): MenuEntry[] {
  const { t } = useTranslation()
  const format = useFormat()
  const copy = useCopy()
  const citation = (): string =>
    citationOf(document, {
      date: document.date === null ? null : format.date(document.date, 'long'),
      undated: t('reader.undated'),
      original: t('reader.citationOriginal')
    })
  return [
    {
      id: 'title',
      label: t('reader.copyTitle'),
      icon: <Type size={14} aria-hidden />,
      onSelect: () => void copy(document.title, t('reader.titleCopied'))
    },
    {
      id: 'citation',
      label: t('reader.copyCitation'),
      icon: <Quote size={14} aria-hidden />,
      onSelect: () => void copy(citation(), t('reader.citationCopied'))
    },
    {
      id: 'text',
      label: t('reader.copyText'),
      icon: <Copy size={14} aria-hidden />,
      isDisabled: text === '',
      onSelect: () => void copy(text, t('reader.textCopied'))
    }
  ]
}
