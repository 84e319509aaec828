// Every way of Node and Electron from program code to a network, tried in the process or thread that loads this. CommonJS, so that the
// main process can be told to load it by a driver. Gives the names of those that were not refused.
'use strict'

const PORT = 9

/** Each throws, or gives a promise that rejects, where the network is off. */
const ways = {
  fetch: () => fetch(`http://127.0.0.1:${PORT}/`),
  WebSocket: () => typeof WebSocket === 'function' && new WebSocket(`ws://127.0.0.1:${PORT}/`),
  EventSource: () => typeof EventSource === 'function' && new EventSource(`http://127.0.0.1:${PORT}/`),
  'net.connect': () => require('node:net').connect(PORT, '127.0.0.1'),
  'net.connect to a path': () => require('node:net').connect('/tmp/none.sock'),
  'Socket.connect': () => new (require('node:net').Socket)().connect(PORT, '127.0.0.1'),
  'net.createServer': () => require('node:net').createServer(),
  'Server.listen': () => new (require('node:net').Server)().listen(0),
  'Server._listen2': () => new (require('node:net').Server)()._listen2('127.0.0.1', 0, 4, 1),
  'tls.connect': () => require('node:tls').connect(PORT, '127.0.0.1'),
  'TLSSocket.connect': () => new (require('node:tls').TLSSocket)().connect(PORT, '127.0.0.1'),
  'http.get': () => require('node:http').get(`http://127.0.0.1:${PORT}/`),
  'http.request': () => require('node:http').request(`http://127.0.0.1:${PORT}/`),
  'http.Agent': () => new (require('node:http').Agent)().createConnection({ host: '127.0.0.1', port: PORT }),
  'http.Server': () => new (require('node:http').Server)().listen(0),
  'https.get': () => require('node:https').get(`https://127.0.0.1:${PORT}/`),
  'http2.connect': () => require('node:http2').connect(`http://127.0.0.1:${PORT}/`),
  'dgram.createSocket': () => require('node:dgram').createSocket('udp4'),
  'dgram.Socket.send': () => new (require('node:dgram').Socket)('udp4').send('x', PORT, '127.0.0.1'),
  'dgram.Socket.bind': () => new (require('node:dgram').Socket)('udp4').bind(0, '127.0.0.1'),
  'dns.lookup': () => require('node:dns').lookup('localhost', () => undefined),
  'dns.resolve4': () => require('node:dns').resolve4('localhost', () => undefined),
  'dns.resolveCaa': () => require('node:dns').resolveCaa('localhost', () => undefined),
  'dns.Resolver': () => new (require('node:dns').Resolver)().resolve4('localhost', () => undefined),
  'dns.promises.lookup': () => require('node:dns').promises.lookup('localhost'),
  'dns/promises': () => require('node:dns/promises').resolve4('localhost'),
  'import of an address': () => import(`http://127.0.0.1:${PORT}/module.mjs`),
  'inspector.open': () => require('node:inspector').open(0, '127.0.0.1'),
  'inspector/promises.open': () => require('node:inspector/promises').open(0, '127.0.0.1'),
  'process.binding tcp_wrap': () => process.binding('tcp_wrap'),
  'process.binding udp_wrap': () => process.binding('udp_wrap'),
  'process._debugProcess': () => process._debugProcess(process.pid),
  'module.register': () => require('node:module').register('data:text/javascript,export {}'),
  'a worker from code': () => new (require('node:worker_threads').Worker)('0', { eval: true }),
  'a worker from a data address': () => new (require('node:worker_threads').Worker)(new URL('data:text/javascript,0')),
  'child_process.spawn': () => require('node:child_process').spawn('true'),
  'child_process.spawnSync': () => require('node:child_process').spawnSync('true').status === 0,
  'child_process.exec': () => require('node:child_process').exec('true'),
  'child_process.execFileSync': () => require('node:child_process').execFileSync('true'),
  'child_process.fork': () => require('node:child_process').fork(__filename),
  'cluster.fork': () => require('node:cluster').fork(),
  'electron.net.fetch': () => electron().net.fetch(`http://127.0.0.1:${PORT}/`),
  'electron.net.request': () => electron().net.request(`http://127.0.0.1:${PORT}/`),
  'electron.net.resolveHost': () => electron().net.resolveHost('localhost'),
  'shell.openExternal': () => electron().shell.openExternal('https://127.0.0.1/'),
  'shell.openPath': () => electron().shell.openPath('/tmp'),
  'autoUpdater.checkForUpdates': () => electron().autoUpdater.checkForUpdates(),
  'autoUpdater.setFeedURL': () => electron().autoUpdater.setFeedURL({ url: 'https://127.0.0.1/' }),
  'crashReporter.start': () => electron().crashReporter.start({ submitURL: 'https://127.0.0.1/' }),
  'app.setAsDefaultProtocolClient': () => electron().app.setAsDefaultProtocolClient('sanad'),
  'the binding of electron.net': () => process._linkedBinding('electron_common_net').createURLLoader({})
}

/** Throws where there is none, as in threads and in plain Node, whose package of that name would look for one to download. */
function electron() {
  if (!process.versions.electron) throw new Error('not inside Electron')
  return require('electron')
}

/** The names of the ways that were not refused; `false` from a way says that it does not exist here. */
async function openWays() {
  const open = []
  for (const [name, way] of Object.entries(ways)) {
    try {
      if ((await way()) !== false) open.push(name)
    } catch {
      // Refused, as it should be.
    }
  }
  return open
}

module.exports = { openWays, names: Object.keys(ways) }
