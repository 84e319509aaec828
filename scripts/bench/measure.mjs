// Figures of processes: CPU of a whole tree, and the largest memory of each of its processes.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const lookEveryMs = 100

/** Runs a program to its end. Resolves to CPU seconds of it and everything below it, and elapsed seconds. Needs bash. */
export async function cpuOf(file, args, env = process.env) {
  const start = performance.now()
  const child = spawn('bash', ['-c', 'TIMEFORMAT="cpu %U %S"; time "$@"', 'bash', file, ...args], { env })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  const found = /cpu (\S+) (\S+)\s*$/.exec(errors)
  if (code !== 0 || !found) throw new Error(`${file} ${args.join(' ')} ended with ${code}: ${errors}`)
  return { cpu: Number(found[1]) + Number(found[2]), seconds: (performance.now() - start) / 1000, output }
}

const status = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    // It has ended.
    return ''
  }
}
const kilobytes = (text, key) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)

/** Largest resident memory so far, in MiB. */
export const peakOf = (pid) => kilobytes(status(pid), 'VmHWM') / 1024

function childrenOf(pid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => kilobytes(status(name), 'PPid') === pid)
}

/** Runs a program to its end and watches its memory: the largest of itself, and of it and its children at one moment, in MiB. */
export async function memoryOf(file, args, env = process.env) {
  const child = spawn(file, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  let own = 0
  let together = 0
  const timer = setInterval(() => {
    own = Math.max(own, peakOf(child.pid))
    const now = [child.pid, ...childrenOf(child.pid)].map((pid) => kilobytes(status(pid), 'VmRSS') / 1024)
    together = Math.max(
      together,
      now.reduce((sum, one) => sum + one, 0)
    )
  }, lookEveryMs)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(timer)
  if (code !== 0) throw new Error(`${file} ended with ${code}`)
  return { own, together }
}

export const median = (values) => quantile(values, 0.5)

/** The value that this share of the values does not exceed. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]
}
