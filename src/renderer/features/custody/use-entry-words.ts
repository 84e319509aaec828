import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { entryWords } from '#renderer/features/custody/entry-words.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { CustodyListed } from '#shared/model/custody'

/** Entries as sentences in the language of the window; `besideDocument`: they stand beside the document they are about. */
export function useEntryWords(besideDocument = false): (listed: CustodyListed) => string {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const { language } = i18n
  return useMemo(
    () => (listed) => entryWords(listed, { t, format, locale: language, besideDocument }),
    [t, format, language, besideDocument]
  )
}
