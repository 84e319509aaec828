import '#renderer/features/background/background.css'
import { ScanText } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { OcrPanel } from '#renderer/features/background/OcrPanel.tsx'
import { ocrLine } from '#renderer/features/background/ocr-words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'

/** In the status bar: how many pages wait for OCR, and behind it how to pause it. Nothing where no page waits or failed. */
export function OcrStatus(): ReactNode {
  const { t } = useTranslation()
  const state = useCommand('ocr.state', {}).data
  if (state === undefined || (state.waiting === 0 && state.failed === 0 && state.current === null)) return null
  return (
    <div className="background-status">
      <Popover
        label={t('background.ocr')}
        placement="top end"
        trigger={
          <Button kind="quiet" aria-label={`${t('background.ocr')}: ${ocrLine(state, t)}`}>
            <ScanText size={13} aria-hidden />
            <span className="truncate tabular">{ocrLine(state, t)}</span>
          </Button>
        }
      >
        {(close) => <OcrPanel state={state} onClose={close} />}
      </Popover>
    </div>
  )
}
