import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { ocrLanguageNames } from '#renderer/i18n/ocr-language-names.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'

/** The languages that OCR looks for in this archive. */
export function OcrSettings(): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const state = useCommand('ocr.state', {}).data
  if (state === undefined) return null
  const chosen = state.languages.length === 0 ? null : state.languages
  return (
    <section aria-labelledby="settings-ocr">
      <SectionHeading id="settings-ocr">{t('settings.ocr')}</SectionHeading>
      <p className="settings-detail">{t('settings.ocrDetail')}</p>
      <div className="settings-line">
        <span>{chosen === null ? t('settings.ocrAround') : format.list(ocrLanguageNames(chosen, format))}</span>
        <Button onPress={() => actions.showDialog({ kind: 'ocr-languages', target: { kind: 'archive' }, chosen, name: null })}>
          {t('settings.ocrChoose')}
        </Button>
      </div>
    </section>
  )
}
