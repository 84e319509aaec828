import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { on } from '#renderer/api/call.ts'
import { commandKey, useCommand } from '#renderer/api/use-command.ts'
import type { ImportProgress } from '#shared/model/importing'

const KEY = commandKey('import.current', {})

/** The running import, one that was cut short, or the last one that ended while this window was open; null when there is none. */
export function useImportProgress(): ImportProgress | null {
  return useCommand('import.current', {}).data ?? null
}

/** Puts progress in the place that `useImportProgress` reads; null forgets it. */
export function useSetImportProgress(): (progress: ImportProgress | null) => void {
  const client = useQueryClient()
  return useCallback((progress) => void client.setQueryData(KEY, progress), [client])
}

/** Keeps the progress up to date, and tells when an import ends. For the one component that is always there. */
export function useFollowImports(onEnd: (progress: ImportProgress) => void): void {
  const set = useSetImportProgress()
  useEffect(
    () =>
      on('import.progress', (progress) => {
        set(progress)
        if (hasEnded(progress)) onEnd(progress)
      }),
    [set, onEnd]
  )
}

/** Whether nothing more will happen to this import by itself. */
export function hasEnded({ state }: ImportProgress): boolean {
  return state === 'finished' || state === 'cancelled' || state === 'failed'
}

/** Whether files are being read, or wait for the person to go on. */
export function isUnderWay({ state }: ImportProgress): boolean {
  return state === 'walking' || state === 'running' || state === 'paused'
}
