import { useTranslation } from 'react-i18next'
import { type Format, formatFor } from '#renderer/i18n/format.ts'

/** The formatter of the interface language that is chosen now. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  return formatFor(i18n.language)
}
