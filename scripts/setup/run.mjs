// Running other programs for the set-up: their output is kept back and shown only when they fail.
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Runs a program to its end and resolves to its exit code and what it wrote. Never rejects: a program that cannot be started has
 * code 127. `onStart` is given the child, for a watchdog.
 */
export function run(command, args, { onStart, ...options } = {}) {
  return new Promise((resolve) => {
    let stdout = ''
    let stderr = ''
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: `${stderr}${error.message}` }))
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, stdout, stderr }))
    onStart?.(child)
  })
}

const isTelling = (line) => line.trim() !== '' && !line.includes('A complete log of this run')

/** The last lines of what a program wrote to standard error (or output), for a failure's sentence. */
export const lastWords = ({ stdout, stderr }, lines = 3) =>
  (stderr.trim() || stdout.trim()).split('\n').filter(isTelling).slice(-lines).join(' | ')

/** The first lines of npm's errors: the cause stands there, and the manual of the command below it. */
export const npmError = ({ stderr }, lines = 3) =>
  stderr
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, ''))
    .filter((line) => isTelling(line) && !line.startsWith('npm warn'))
    .slice(0, lines)
    .join(' | ')

/** npm as it is run by this very Node: npm hands its own script on in npm_execpath; otherwise the one on the search path. */
export function npm(args, options) {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], options)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32', ...options })
}

/** Where a program is on the search path (the system folders included, which ordinary users often lack), or undefined. */
export function findProgram(name) {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']) {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return join(folder, name)
    } catch {
      // Not in this folder; the next one may have it.
    }
  }
  return undefined
}
