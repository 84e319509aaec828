import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import type { CorrectableField, DocumentDetail } from '#shared/model/document'

export type Correction = Readonly<{
  /** Answers whether it was taken. */
  save: (value: string) => Promise<boolean>
  takeBack: () => Promise<void>
}>

/** Corrects one field of a document, with a way back. */
export function useCorrection(document: DocumentDetail, field: CorrectableField): Correction {
  const { t } = useTranslation()
  const correct = useAction('document.correct', ['document.get', 'search.run', 'search.facets'])
  const takeBack = async (): Promise<void> => {
    const done = await correct({ id: document.id, field, value: null })
    if (done !== undefined) showDone(t('inspector.takenBack'))
  }
  const save = async (value: string): Promise<boolean> => {
    const done = await correct({ id: document.id, field, value })
    if (done === undefined) return false
    showDone(t('inspector.saved'), () => void takeBack())
    return true
  }
  return { save, takeBack }
}
