import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Notice, type NoticeAction, onNotice } from '#renderer/api/notices.ts'
import { Toast } from '#renderer/ui/Toast.tsx'

/** Long enough to read and to reach the undo button. Warnings and errors stay until they are dismissed. */
const SHOWN_MS = 10_000
const MOST = 3

type Shown = Readonly<{ key: number; notice: Notice }>

/** Where short messages appear: what was done, with its undo, what was found wrong, and what could not be done. */
export function Notices(): ReactNode {
  const { t } = useTranslation()
  const [shown, setShown] = useState<readonly Shown[]>([])
  const nextKey = useRef(0)
  const dismiss = useCallback((key: number) => setShown((now) => now.filter((one) => one.key !== key)), [])
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const stop = onNotice((notice) => {
      nextKey.current += 1
      const key = nextKey.current
      setShown((now) => [...now, { key, notice }].slice(-MOST))
      if (notice.kind === 'done') timers.add(setTimeout(() => dismiss(key), SHOWN_MS))
    })
    return () => {
      stop()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [dismiss])
  return (
    // Above dialogs too: what could not be done in one is said here, and can be dismissed.
    <div className="notices" data-react-aria-top-layer="true">
      {shown.map(({ key, notice }) => (
        <Toast
          key={key}
          kind={notice.kind}
          dismissLabel={t('common.dismiss')}
          onDismiss={() => dismiss(key)}
          {...actionOf(key, notice)}
        >
          {notice.kind === 'error' ? t(`error.${notice.code}`) : notice.text}
        </Toast>
      ))}
    </div>
  )

  function actionOf(key: number, notice: Notice): { action?: NoticeAction } {
    const action = offered(notice)
    if (action === undefined) return {}
    const onPress = (): void => {
      dismiss(key)
      action.onPress()
    }
    return { action: { label: action.label, onPress } }
  }

  function offered(notice: Notice): NoticeAction | undefined {
    if (notice.kind === 'warning') return notice.action
    if (notice.kind === 'error' || notice.undo === undefined) return undefined
    return { label: t('common.undo'), onPress: notice.undo }
  }
}
