import type { ErrorCode } from '#shared/errors'

/** A short message at the foot of the window. `text` is already worded. A warning stays, and leads to what it is about. */
export type Notice =
  | Readonly<{ kind: 'done'; text: string; undo?: () => void }>
  | Readonly<{ kind: 'warning'; text: string; action: NoticeAction }>
  | Readonly<{ kind: 'error'; code: ErrorCode }>

export type NoticeAction = Readonly<{ label: string; onPress: () => void }>

type Listener = (notice: Notice) => void

const listeners = new Set<Listener>()

/** Shows what was just done, with a way to take it back where there is one. */
export function showDone(text: string, undo?: () => void): void {
  send({ kind: 'done', text, ...(undo === undefined ? {} : { undo }) })
}

/** Shows why something could not be done, in the catalogue's words for this code. */
export function showError(code: ErrorCode): void {
  send({ kind: 'error', code })
}

/** Warns of what was found, and stays until the person dismisses it or follows it. */
export function showWarning(text: string, action: NoticeAction): void {
  send({ kind: 'warning', text, action })
}

/** For the one region that draws notices. Answers with the function that stops listening. */
export function onNotice(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function send(notice: Notice): void {
  for (const listener of listeners) listener(notice)
}
