import { ScanText } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { ocrLanguageNames } from '#renderer/i18n/ocr-language-names.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Menu } from '#renderer/ui/Menu.tsx'
import { NavMore } from '#renderer/ui/NavMore.tsx'
import type { FolderNode } from '#shared/model/importing'

type Props = Readonly<{ folder: FolderNode; isOpen: boolean; onOpenChange: (open: boolean) => void }>

/** What can be done with a folder: which languages OCR looks for in it. */
export function FolderMenu({ folder, isOpen, onOpenChange }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const { id, name, ocrLanguages: chosen } = folder
  return (
    <Menu
      label={t('library.folderMenu', { name })}
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      trigger={<NavMore label={t('library.folderMenu', { name })} />}
      groups={[
        {
          id: 'ocr',
          entries: [
            {
              id: 'languages',
              label: t('library.folderOcr'),
              ...(chosen === null ? {} : { detail: format.list(ocrLanguageNames(chosen, format)) }),
              icon: <ScanText size={15} aria-hidden />,
              onSelect: () => actions.showDialog({ kind: 'ocr-languages', target: { kind: 'folder', id }, chosen, name })
            }
          ]
        }
      ]}
    />
  )
}
