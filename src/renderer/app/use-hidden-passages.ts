import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useAppState } from '#renderer/app/store.ts'
import { isolated } from '#renderer/i18n/isolated.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { type Warned, warningTags } from '#shared/model/warning-tags'

/** What stands in the place of a document's passages in lists; null where they are shown. They are hidden until the setting is known. */
export function useHiddenPassages(document: Warned & Readonly<{ id: number }>): string | null {
  const { t } = useTranslation()
  const format = useFormat()
  const settings = useCommand('settings.get', {}).data
  const isUncovered = useAppState((state) => [...state.uncovered].some((one) => one === document.id))
  const warnings = warningTags(document)
  if (warnings.length === 0 || isUncovered || settings?.hideWarnedPassages === false) return null
  return t('warning.hidden', { tags: format.list(warnings.map(({ name }) => isolated(name))) })
}
