// Switches the network off as the extract process does, then tries every way of Node to it. Prints the ways that still work.
import { promises as dnsPromises } from 'node:dns'
import * as http from 'node:http'
import { createRequire } from 'node:module'
import { connect, Socket } from 'node:net'

const [module, port] = process.argv.slice(2)
const { disableNetwork } = await import(module)
disableNetwork()

const require = createRequire(import.meta.url)
const url = `http://127.0.0.1:${port}/`
const ways = {
  fetch: () => fetch(url),
  'http.get': () => http.get(url),
  'required http.request': () => require('node:http').request(url),
  'required https.get': () => require('node:https').get(`https://127.0.0.1:${port}/`),
  'http2.connect': () => require('node:http2').connect(url),
  'http.Agent': () => new http.Agent().createConnection({ host: '127.0.0.1', port: Number(port) }),
  'net.connect': () => connect(Number(port), '127.0.0.1'),
  'new Socket': () => new Socket().connect(Number(port), '127.0.0.1'),
  'tls.connect': () => require('node:tls').connect(Number(port), '127.0.0.1'),
  'dgram.createSocket': () => require('node:dgram').createSocket('udp4').send('x', Number(port), '127.0.0.1'),
  'dns.lookup': () => require('node:dns').lookup('localhost', () => undefined),
  'dns.promises.lookup': () => dnsPromises.lookup('localhost'),
  'dns/promises': () => require('node:dns/promises').resolve4('localhost'),
  'dns.Resolver': () => new (require('node:dns').Resolver)().resolve4('localhost', () => undefined),
  'net.createServer': () => require('node:net').createServer().listen(0),
  WebSocket: () => new WebSocket(`ws://127.0.0.1:${port}/`)
}

const working = []
for (const [name, way] of Object.entries(ways)) {
  try {
    await way()
    working.push(name)
  } catch {
    // Refused, as it should be.
  }
}
process.stdout.write(JSON.stringify(working))
process.exit(0)
