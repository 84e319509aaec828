import { type ReactNode, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { importDropped } from '#renderer/api/import-dropped.ts'

/** Takes files dropped anywhere on the window. What was found in them comes back as the event `import.dropped`. */
export function DropOverlay({ isEnabled }: Readonly<{ isEnabled: boolean }>): ReactNode {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  // In the commit that draws the window: what can be seen can be dropped on.
  useLayoutEffect(() => listenForFiles(isEnabled, setOver), [isEnabled])
  if (!isOver) return null
  return (
    <div className="drop-overlay">
      <div>
        <strong>{t('shell.dropTitle')}</strong>
        <span>{t('shell.dropDetail')}</span>
      </div>
    </div>
  )
}

/** A drop that nobody takes would navigate the window to the file, so all of them are stopped here, also while none is wanted. */
function listenForFiles(isEnabled: boolean, setOver: (over: boolean) => void): () => void {
  // Each element under the pointer is entered before the last one is left: the window is left when as many were left as entered.
  let depth = 0
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  const end = (): void => {
    depth = 0
    setOver(false)
  }
  const handlers = {
    dragenter: (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth += 1
      if (isEnabled) setOver(true)
    },
    dragleave: (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth -= 1
      if (depth <= 0) end()
    },
    dragover: (event: DragEvent) => {
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = isEnabled && hasFiles(event) ? 'copy' : 'none'
    },
    drop: (event: DragEvent) => {
      event.preventDefault()
      end()
      const files = [...(event.dataTransfer?.files ?? [])]
      if (isEnabled && files.length > 0) importDropped(files)
    }
  } as const
  window.addEventListener('dragenter', handlers.dragenter)
  window.addEventListener('dragleave', handlers.dragleave)
  window.addEventListener('dragover', handlers.dragover)
  window.addEventListener('drop', handlers.drop)
  return () => {
    window.removeEventListener('dragenter', handlers.dragenter)
    window.removeEventListener('dragleave', handlers.dragleave)
    window.removeEventListener('dragover', handlers.dragover)
    window.removeEventListener('drop', handlers.drop)
  }
}
