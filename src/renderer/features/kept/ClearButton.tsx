import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'

/** Clears for good, so the first press asks and the second one does it. Moving away takes the question back. */
export function ClearButton({ label, onClear }: Readonly<{ label: string; onClear: () => void }>): ReactNode {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  return (
    <Button
      kind={isAsking ? 'danger' : 'quiet'}
      onBlur={() => setAsking(false)}
      onPress={() => {
        setAsking(!isAsking)
        if (isAsking) onClear()
      }}
    >
      {isAsking ? t('kept.clearSure') : label}
    </Button>
  )
}
