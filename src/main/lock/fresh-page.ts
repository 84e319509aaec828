import type { WebContents } from 'electron'
import type { Log } from '#main/log'

/** Belongs to no site, so that Chromium gives it a process of its own, also while the page before it is busy. */
const EMPTY_PAGE = `data:text/html,${encodeURIComponent('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">')}`

export type ReplaceOptions = Readonly<{
  /** The old processes are ended before this returns its promise: the machine may sleep in the next moment. */
  inHaste: boolean
  /** Loads the program's page. */
  load: () => Promise<void>
  log: Log
}>

/**
 * Puts a fresh page, in a fresh process, in the place of the one that showed documents, and ends the processes of the old one and of its
 * frames: what they hold in memory goes with them. No core file is written, as it would be for a crash.
 */
export async function replacePage(contents: WebContents, { inHaste, load, log }: ReplaceOptions): Promise<void> {
  const old = processesOf(contents)
  if (inHaste) await endNow(contents, old)
  else await leavePage(contents, old, log)
  // What was typed and how far it was scrolled is kept with each entry, outside the page's process.
  contents.navigationHistory.clear()
  await Promise.all([contents.session.clearCache(), contents.session.clearStorageData()])
  await load()
}

/** Ends the processes before anything else; the window has no page for a moment. */
async function endNow(contents: WebContents, old: ReadonlySet<number>): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    contents.once('render-process-gone', () => resolve())
    contents.once('destroyed', () => resolve())
  })
  for (const pid of old) endProcess(pid)
  await gone
}

/** Moves the window to an empty page first, so that for nobody it looks as if its page had crashed. */
async function leavePage(contents: WebContents, old: ReadonlySet<number>, log: Log): Promise<void> {
  const left = await contents.loadURL(EMPTY_PAGE).then(
    () => ![...processesOf(contents)].some((pid) => old.has(pid)),
    (error: unknown) => {
      log.error('the page could not be left; its process is ended under it', error)
      return false
    }
  )
  if (left) for (const pid of old) endProcess(pid)
  else await endNow(contents, old)
}

function processesOf(contents: WebContents): ReadonlySet<number> {
  return new Set(contents.mainFrame.framesInSubtree.map((frame) => frame.osProcessId).filter((pid) => pid > 0))
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
