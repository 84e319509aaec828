/**
 * The composition root: what is made, in which order, and who is given what. No logic here.
 * Subtle: an ES module main must not await `app.whenReady()` at its top level, since Electron waits for the module first.
 */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { disableNetwork } from '#engine/extract/no-network'
import { hearRefusals } from '#engine/threads/refusal-channel'
import { guardContents } from '#main/contents-guard'
import { attachContextMenu } from '#main/context-menu'
import { keepOutOfRecents } from '#main/desktop-recents'
import { closeElectron } from '#main/electron-guard'
import { pathsOnCommandLine, pathsPassed, readEnvironment } from '#main/environment'
import { createEventHub } from '#main/event-hub'
import { createLog, type Log } from '#main/log'
import { guardProcess, isSandboxed } from '#main/process-guard'
import { declareSchemes } from '#main/protocol'
import { quietOutput } from '#main/quiet-output'
import { refuseStart } from '#main/refuse-start'
import { createRefusedRequests } from '#main/refused-requests'
import { createSessionGuard } from '#main/session-guard'
import { startProgram } from '#main/start'
import { weakenings } from '#main/start-guard'

const environment = readEnvironment(process.env, app.isPackaged)
if (environment.userData !== undefined) app.setPath('userData', environment.userData)

const given = pathsOnCommandLine(process.argv, app.isPackaged, process.env.INIT_CWD ?? process.cwd())
const circumstances = { argv: process.argv, variables: process.env, isWindows: process.platform === 'win32' }
// In development, tests and debuggers start the program with the very switches that a package refuses.
const obstacles = app.isPackaged ? weakenings({ ...circumstances, isRoot: process.getuid?.() === 0 }) : []
if (obstacles.length > 0) refuseStart(app, obstacles, openLog())
else if (app.requestSingleInstanceLock({ paths: given })) run(openLog())
else app.exit(0)

function openLog(): Log {
  const echo = app.isPackaged ? undefined : (line: string): void => void process.stderr.write(`${line}\n`)
  return createLog({ file: join(app.getPath('userData'), 'logs', 'sanad.log'), echo })
}

function run(log: Log): void {
  if (app.isPackaged)
    quietOutput([process.stdout, process.stderr], () =>
      log.warn('a part of the program reported a fault, which is not written down')
    )
  const events = createEventHub()
  const refused = createRefusedRequests(events)
  const allowDevTools = !app.isPackaged
  const guardSession = createSessionGuard({ refused, devUrl: environment.devUrl, allowDevTools })

  const refusedHere = (way: string): void => refused.note('program', way, { kind: 'program', part: 'main' })
  disableNetwork('threads', refusedHere)
  closeElectron(refusedHere)
  hearRefusals((way) => refused.note('program', way, { kind: 'program', part: 'engine' }))
  guardProcess(app, environment.devUrl)
  declareSchemes()
  const giveBack = keepOutOfRecents(process.env, process.platform, homedir())
  app.on('session-created', (session) => void guardSession(session))
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, { refused, allowDevTools })
    attachContextMenu(contents)
  })
  log.info(`started: Sanad ${app.getVersion()} on Electron ${process.versions.electron}`)
  if (!isSandboxed(app)) log.warn('Chromium runs without its sandbox (as root it must): not for documents you do not trust')

  const program = app.whenReady().then(() => {
    giveBack()
    return startProgram({ environment, given, log, events, refused, guardSession, builtFolder: import.meta.dirname })
  })
  app.on('second-instance', (_event, _argv, _directory, passed) => {
    void program.then(({ focus }) => focus(pathsPassed(passed)))
  })
  program.catch((error: unknown) => {
    log.error('the program could not start', error)
    app.exit(1)
  })
}
