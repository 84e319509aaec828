/** Starting and looking at a package of the program, from the outside. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, copyFileSync, mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** Nobody: an ordinary user that every Linux has. */
const ORDINARY_USER = 65534
const canBecomeOther = process.getuid?.() === 0

export type PackageStart = Readonly<{
  /** Folder of the package. */
  folder: string
  /** An empty folder for settings, log and archives. */
  data: string
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** As an ordinary user, for whom Chromium has its sandbox; where the tests run as one already, that is the case anyhow. */
  asOrdinaryUser?: boolean
}>

export type StartedPackage = Readonly<{
  /** What it wrote to its log so far. */
  log: () => string
  /** Addresses on which it or a process of its own accepts connections. */
  listening: () => readonly string[]
  /** Process numbers of itself and all that it started. */
  pids: () => readonly number[]
  /** Resolves to its exit code, once it has ended by itself. */
  ended: Promise<number | null>
  /** Ends it with all that it started. */
  kill: () => void
}>

/** Starts the program of a package. */
export function startPackage({ folder, data, args = [], env = {}, asOrdinaryUser = false }: PackageStart): StartedPackage {
  const isOther = asOrdinaryUser && canBecomeOther
  const child = spawn(join(folder, 'sanad'), [...(canBecomeOther && !isOther ? ['--no-sandbox'] : []), ...args], {
    ...(isOther ? { uid: ORDINARY_USER, gid: ORDINARY_USER } : {}),
    cwd: data,
    detached: true,
    env: { ...environment(data, isOther), ...env },
    stdio: 'ignore'
  })
  return {
    log: () => readIfThere(join(data, 'settings', 'logs', 'sanad.log')),
    pids: () => descendants(child.pid),
    listening: () => listening(descendants(child.pid)),
    ended: new Promise((resolve) => child.once('exit', resolve)),
    kill: () => killAll(child)
  }
}

function environment(data: string, isOther: boolean): NodeJS.ProcessEnv {
  const settings = join(data, 'settings')
  mkdirSync(settings, { recursive: true })
  const own = { ...process.env, HOME: data, SANAD_USER_DATA: settings, SANAD_DOCUMENTS: join(data, 'documents') }
  if (!isOther) return own
  for (const path of [data, settings]) chownSync(path, ORDINARY_USER, ORDINARY_USER)
  if (process.env.XAUTHORITY === undefined) return own
  const cookie = join(data, 'xauthority')
  copyFileSync(process.env.XAUTHORITY, cookie)
  chownSync(cookie, ORDINARY_USER, ORDINARY_USER)
  return { ...own, XAUTHORITY: cookie }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Not written yet.
    return ''
  }
}

function descendants(pid: number | undefined): readonly number[] {
  if (pid === undefined) return []
  const table = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  const rows = table.map((line) => line.trim().split(/\s+/).map(Number))
  const family = new Set([pid])
  for (const one of family) for (const [child, parent] of rows) if (parent === one && child !== undefined) family.add(child)
  return [...family]
}

/** Local addresses of listening TCP sockets that these processes hold. Linux only. */
function listening(pids: readonly number[]): readonly string[] {
  const held = new Set(pids.flatMap(socketsOf))
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readIfThere(file)
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .flatMap((columns) => (columns[3] === '0A' && held.has(columns[9] ?? '') ? [columns[1] ?? ''] : []))
  )
}

function socketsOf(pid: number): readonly string[] {
  try {
    const folder = `/proc/${pid}/fd`
    return readdirSync(folder).flatMap((name) => /^socket:\[(\d+)\]$/.exec(readlinkSync(join(folder, name)))?.[1] ?? [])
  } catch {
    // It has ended in the meantime.
    return []
  }
}

function killAll(child: ChildProcess): void {
  for (const pid of descendants(child.pid)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended in the meantime.
    }
  }
}
