// Whether windows can be seen here, and a virtual display (Xvfb) for programs that need to show some where they cannot.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lastWords, run } from './setup/run.mjs'
import { SetupFailure } from './setup/say.mjs'

const screen = '1440x900x24'

/** Whether there is a display: a screen with an X or Wayland server, or a system that always has one. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** Starts Xvfb on a free display number and resolves to that number once it answers; the server picks and reports it itself. */
function startServer(authority) {
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', authority]
  // Detached: Ctrl-C in the terminal must not take the display away from a program that is still closing.
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
  const words = { stdout: '', stderr: '' }
  server.stderr.setEncoding('utf8').on('data', (text) => {
    words.stderr += text
  })
  const fail = (reason) =>
    new SetupFailure(`The virtual display (Xvfb) did not start: ${reason}.`, 'Run "npm run setup" and then this again.')
  return new Promise((resolve, reject) => {
    server.on('error', (error) => reject(fail(error.message)))
    server.on('exit', (code) => reject(fail(lastWords(words) || `exit code ${code}`)))
    server.stdio[3].setEncoding('utf8').once('data', (number) => resolve({ server, number: number.trim() }))
  })
}

// The server accepts any cookie of its file; programs look theirs up by the display's number.
const addCookie = (file, number, cookie) => run('xauth', ['-f', file, 'add', `:${number}`, '.', cookie])

async function withVirtualDisplay(work) {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-display-'))
  const cookie = randomBytes(16).toString('hex')
  await addCookie(join(folder, 'server'), 0, cookie)
  let server
  try {
    const started = await startServer(join(folder, 'server'))
    server = started.server
    await addCookie(join(folder, 'client'), started.number, cookie)
    return await work({ ...process.env, DISPLAY: `:${started.number}`, XAUTHORITY: join(folder, 'client') })
  } finally {
    server?.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Does `work` with the environment of a display: the one that is there, or a virtual one that lasts as long as the work. */
export const withDisplay = (work) => (hasDisplay() ? work(process.env) : withVirtualDisplay(work))
