/**
 * What a packaged program was started with, held against the short list of what it may be started with. Switches of Chromium and Electron
 * can take the sandbox away, open a port through which another program reads the window, load extensions or write logs; most act before
 * the first line of this program runs, and can not be taken back. So it does not start with them, and says which one it was.
 */

/** Switches that say how to draw and in which language, and weaken nothing. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['ozone-platform', 'ozone-platform-hint', 'enable-wayland-ime', 'wayland-text-input-version', 'gtk-version', 'class'],
  ...['force-device-scale-factor', 'high-dpi-support', 'lang', 'force-renderer-accessibility', 'force-high-contrast'],
  ...['disable-gpu', 'disable-gpu-compositing', 'disable-software-rasterizer', 'disable-dev-shm-usage']
])

/** Root can not have a sandbox (Chromium refuses to start); that is told in the log and in About. */
const FOR_ROOT: ReadonlySet<string> = new Set(['no-sandbox'])

/** Variables of Electron that do what a switch does. Those that a fuse has made powerless are not here: they may stand, to no effect. */
const VARIABLES: Readonly<Record<string, Readonly<{ forRoot: boolean }>>> = {
  ELECTRON_DISABLE_SANDBOX: { forRoot: true },
  ELECTRON_ENABLE_LOGGING: { forRoot: false },
  ELECTRON_LOG_FILE: { forRoot: false },
  ELECTRON_ENABLE_STACK_DUMPING: { forRoot: false },
  ELECTRON_PROFILE_INIT_SCRIPTS: { forRoot: false }
}

export type StartCircumstances = Readonly<{
  /** The command line, the executable first. */
  argv: readonly string[]
  variables: Readonly<Record<string, string | undefined>>
  /** True for the administrator of a Linux or macOS system. */
  isRoot: boolean
  /** Windows takes what begins with `/` for a switch too. */
  isWindows: boolean
}>

/** Names of the switches (`--no-sandbox`) and variables that keep a packaged program from starting; empty when it may start. */
export function weakenings({ argv, variables, isRoot, isWindows }: StartCircumstances): readonly string[] {
  const switches = switchesOf(argv, isWindows).filter((name) => !(HARMLESS.has(name) || (isRoot && FOR_ROOT.has(name))))
  const given = Object.entries(VARIABLES).flatMap(([name, { forRoot }]) =>
    variables[name] === undefined || (isRoot && forRoot) ? [] : [name]
  )
  return [...new Set(switches.map((name) => `--${name}`)), ...given]
}

/** Names of the switches on a command line, as Chromium reads it: without dashes and value, small, and none after a bare `--`. */
export function switchesOf(argv: readonly string[], isWindows: boolean): readonly string[] {
  const given = argv.slice(1)
  const end = given.indexOf('--')
  const begins = isWindows ? /^(?:--?|\/(?=[^/\\=]+(?:=|$)))/ : /^--?/
  return (end < 0 ? given : given.slice(0, end)).flatMap((argument) => {
    const name = begins.test(argument) ? (argument.replace(begins, '').split('=')[0] ?? '').toLowerCase() : ''
    return name === '' ? [] : [name]
  })
}
