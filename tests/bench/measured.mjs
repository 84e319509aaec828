// Runs a command as a process of its own and tells what it cost, children included.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

// Bash's `time` asks the kernel for the usage of the process and of every child it waited for.
const TIMED = 'TIMEFORMAT="%U %S %R"; { time "$@" >/dev/null 2>&3; } 3>/dev/null'

/** CPU seconds (user and system, children included) and wall seconds of a command that succeeds. */
export function measure(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', TIMED, 'bash', command, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env }
    })
    let words = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      words += text
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const [user, system, wall] = words.trim().split(/\s+/).slice(-3).map(Number)
      if (code !== 0 || !Number.isFinite(wall)) reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${words}`))
      else resolve({ cpu: user + system, wall })
    })
  })
}

const kilobytes = (pid, field) =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0)

function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter(Boolean)
}

/** Peak resident memory in megabytes: of the process itself, and of it and its children together (sampled). Linux only. */
export function measureMemory(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    let own = 0
    let together = 0
    const timer = setInterval(() => {
      try {
        own = Math.max(own, kilobytes(child.pid, 'VmHWM'))
        const sum = [child.pid, ...childrenOf(child.pid)].reduce((total, pid) => total + kilobytes(pid, 'VmRSS'), 0)
        together = Math.max(together, sum)
      } catch {
        // It ended between two looks; what was seen so far stands.
      }
    }, 50)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      if (code === 0) resolve({ own: own / 1024, together: together / 1024 })
      else reject(new Error(`${command} ended with ${code}`))
    })
  })
}

export const median = (numbers) => quantile(numbers, 0.5)

/** The q-quantile by the nearest rank. */
export function quantile(numbers, q) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))]
}
