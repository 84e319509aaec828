import type { MainHandlers } from '#main/ipc/main-handlers'

/** Copying plain text; `write` puts it on the system's clipboard. Nothing is ever read from there. */
export function clipboardHandlers(write: (text: string) => void): Pick<MainHandlers, 'app.copyText'> {
  return {
    'app.copyText': ({ text }) => {
      write(text)
      return null
    }
  }
}
