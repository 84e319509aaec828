import type { WebContents } from 'electron'
import type { Log } from '#main/log'

/** Belongs to no site, so that Chromium gives it a process of its own, also while the page before it is busy. */
const EMPTY_PAGE = 'data:text/html,'

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
  if (inHaste) for (const pid of old) endProcess(pid)
  try {
    await contents.loadURL(EMPTY_PAGE)
  } catch (error) {
    log.error('the page could not be emptied; its process is ended all the same', error)
  }
  const kept = processesOf(contents)
  for (const pid of old) endProcess(pid)
  // What was typed and how far it was scrolled is kept with each entry, outside the page's process.
  contents.navigationHistory.clear()
  await Promise.all([contents.session.clearCache(), contents.session.clearStorageData()])
  // A page whose own process was ended is loaded again by whoever watches over the window.
  if (![...kept].some((pid) => old.has(pid))) await load()
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
