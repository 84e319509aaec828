import { useCallback } from 'react'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'

/** Puts text on the clipboard and says so in the words given. */
export function useCopy(): (text: string, done: string) => Promise<void> {
  const copyText = useAction('app.copyText')
  return useCallback(
    async (text, done) => {
      if ((await copyText({ text })) !== undefined) showDone(done)
    },
    [copyText]
  )
}
