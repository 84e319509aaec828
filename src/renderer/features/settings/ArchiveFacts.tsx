import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useCopy } from '#renderer/api/use-copy.ts'
import { Facts } from '#renderer/features/settings/Facts.tsx'
import type { Format } from '#renderer/i18n/format.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'

/** Where the archive is and what is in it. */
export function ArchiveFacts(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const copy = useCopy()
  const reveal = useAction('archive.reveal')
  const info = useCommand('archive.info', {}).data
  if (info === undefined) return null
  const originals = { originals: t('common.files', { count: info.originals }), size: format.bytes(info.bytes) }
  return (
    <section aria-labelledby="settings-archive">
      <SectionHeading id="settings-archive">{t('settings.archive')}</SectionHeading>
      <Facts
        facts={[
          [t('settings.archiveName'), info.name],
          [t('settings.archivePlace'), info.directory],
          [t('settings.archiveDocuments'), format.number(info.documents)],
          [t('settings.archiveOriginals'), t('settings.archiveOriginalsValue', originals)],
          [t('settings.archiveLanguages'), languageWords(info.languages, format, t) || t('common.unknown')],
          [t('settings.archiveSchema'), format.number(info.schemaVersion)]
        ]}
      />
      <div className="settings-buttons">
        <Button onPress={() => void copy(info.directory, t('settings.archivePathCopied'))}>
          {t('settings.archiveCopyPath')}
        </Button>
        <Button onPress={() => void reveal({})}>{t('settings.archiveReveal')}</Button>
      </div>
    </section>
  )
}

const SHOWN_LANGUAGES = 12

/** English 402, Persian 188, …: the most frequent ones. */
function languageWords(languages: Readonly<Record<string, number>>, format: Format, t: TFunction): string {
  const sorted = Object.entries(languages).sort((a, b) => b[1] - a[1])
  const words = sorted
    .slice(0, SHOWN_LANGUAGES)
    .map(([tag, documents]) => `${format.language(tag) ?? t('common.unknown')} ${format.number(documents)}`)
  return [...words, ...(sorted.length > SHOWN_LANGUAGES ? ['…'] : [])].join(', ')
}
