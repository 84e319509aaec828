import { describe, expect, it } from 'vitest'
import { type StartCircumstances, switchesOf, weakenings } from '#main/start-guard'

const started = (...given: readonly string[]): StartCircumstances => ({
  argv: ['/opt/Sanad/sanad', ...given],
  variables: { LANG: 'fa_IR.UTF-8', NODE_OPTIONS: '--require /tmp/x.js' },
  isRoot: false,
  isWindows: false
})

/** Each does something that a document, another program or a stranger's advice could use. */
const WEAKENING = [
  ...[
    '--no-sandbox',
    '--disable-setuid-sandbox',
    '--disable-seccomp-filter-sandbox',
    '--disable-gpu-sandbox',
    '--single-process'
  ],
  ...[
    '--disable-web-security',
    '--allow-file-access-from-files',
    '--allow-running-insecure-content',
    '--disable-site-isolation-trials'
  ],
  ...[
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect-brk=0',
    '-e'
  ],
  ...[
    '--load-extension=/tmp/x',
    '--proxy-server=127.0.0.1:1',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors'
  ],
  ...['--log-net-log=/tmp/x', '--enable-logging', '--log-file=/tmp/x', '--user-data-dir=/tmp/x', '--js-flags=--expose-gc'],
  ...[
    '--renderer-cmd-prefix=/tmp/x',
    '--utility-cmd-prefix=/tmp/x',
    '--gpu-launcher=/tmp/x',
    '--enable-features=X',
    '--unheard-of'
  ]
]

describe('weakenings', () => {
  it('lets a plain start, files and folders, and what only says how to draw pass', () => {
    expect(weakenings(started())).toEqual([])
    expect(weakenings(started('/media/disk/Letters', 'a=b', '--ozone-platform=wayland', '--lang=fa', '--disable-gpu'))).toEqual(
      []
    )
  })

  it.each(WEAKENING)('does not let %s pass', (given) => {
    expect(weakenings(started('/media/disk/Letters', given))).toEqual([given.replace(/^--?/, '--').split('=')[0]])
  })

  it('knows a switch with one dash, in capitals, and twice', () => {
    expect(weakenings(started('-no-sandbox', '--NO-SANDBOX', '--no-sandbox=1'))).toEqual(['--no-sandbox'])
  })

  it('lets root go without a sandbox, since there is none for it, and nothing else', () => {
    const root = { ...started('--no-sandbox', '--inspect'), variables: { ELECTRON_DISABLE_SANDBOX: '1' }, isRoot: true }
    expect(weakenings(root)).toEqual(['--inspect'])
  })

  it.each([
    'ELECTRON_DISABLE_SANDBOX',
    'ELECTRON_ENABLE_LOGGING',
    'ELECTRON_LOG_FILE',
    'ELECTRON_ENABLE_STACK_DUMPING',
    'ELECTRON_PROFILE_INIT_SCRIPTS'
  ])('does not let the variable %s pass, also when it is empty', (name) => {
    expect(weakenings({ ...started(), variables: { [name]: '' } })).toEqual([name])
  })

  it('names switches without their values, which may be paths', () => {
    expect(weakenings(started('--user-data-dir=/media/disk/secret')).join()).not.toContain('secret')
  })
})

describe('switchesOf', () => {
  it('stops at a bare --, as Chromium does', () => {
    expect(switchesOf(['sanad', '--lang=fa', '--', '--inspect'], false)).toEqual(['lang'])
  })

  it('on Windows takes a slash for a dash, and leaves paths alone', () => {
    const given = [
      'sanad.exe',
      '/remote-debugging-port=9222',
      '/load-extension=C:\\x',
      '/no-sandbox',
      '/folder/file.pdf',
      'C:\\a-b'
    ]
    expect(switchesOf(given, true)).toEqual(['remote-debugging-port', 'load-extension', 'no-sandbox'])
    expect(switchesOf(given, false)).toEqual([])
  })
})
