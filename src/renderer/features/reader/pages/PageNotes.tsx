import { ScanText } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { DocumentDetail, ProblemCode } from '#shared/model/document'

/** Said by the state of OCR itself, page by page. */
const SAID_BY_OCR: ReadonlySet<ProblemCode> = new Set(['needs-ocr', 'no-text', 'ocr-failed'])

/** How far OCR is with the document, how sure it is of the page that is read (1-based), and what else is wrong with the file. */
export function PageNotes({ document, page }: Readonly<{ document: DocumentDetail; page: number }>): ReactNode {
  const { t } = useTranslation()
  const ocr = useOcrNotes(document, page)
  const { problem } = document
  if (ocr.length === 0 && (problem === null || SAID_BY_OCR.has(problem.code))) return null
  return (
    <div className="pages-notes">
      {problem === null || SAID_BY_OCR.has(problem.code) ? null : <p>{t(`problem.${problem.code}`)}</p>}
      {ocr.length === 0 ? null : (
        <p role="status">
          <ScanText size={14} aria-hidden />
          <span>{ocr.join(' · ')}</span>
        </p>
      )}
    </div>
  )
}

function useOcrNotes({ id, ocr, wordCount }: DocumentDetail, page: number): string[] {
  const { t } = useTranslation()
  const format = useFormat()
  const layer = useCommand('document.pageLayer', { id, page }, { enabled: ocr !== null }).data
  if (ocr === null) return []
  const notes: string[] = []
  if (layer?.source === 'ocr') {
    const { confidence } = layer
    notes.push(
      confidence === null ? t('pages.ocrRead') : t('pages.ocrSure', { percent: format.percent(Math.round(confidence) / 100) })
    )
  } else if (ocr.done > 0 && ocr.waiting === 0 && ocr.failed === 0 && wordCount === 0) notes.push(t('pages.ocrNoWords'))
  if (ocr.waiting > 0) notes.push(t('pages.ocrWaiting', { count: ocr.waiting }))
  if (ocr.failed > 0) notes.push(t('pages.ocrFailed', { count: ocr.failed }))
  return notes
}
