/**
 * A hand on the keyboard of an X display: finds a window by its title and presses keys in it, as native dialogs can not be reached otherwise.
 * Speaks as much of the X11 core protocol, and of its XTEST extension, as that takes.
 */
import { readFileSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'

/** Key codes of a PC keyboard under evdev, which Xvfb has. */
export const KEYS = { Return: 36, Escape: 9 } as const

export type Keyboard = Readonly<{
  /** Waits for a window directly on the screen whose title is this, and gives it the focus. Throws after `patienceMs`. */
  focus: (title: string, patienceMs: number) => Promise<void>
  press: (key: keyof typeof KEYS) => void
  close: () => void
}>

const WM_NAME = 39
const REPLY = 1

/** Connects to the display of this process (`DISPLAY`, `XAUTHORITY`), on this machine. */
export async function openKeyboard(display = process.env.DISPLAY ?? '', authority = process.env.XAUTHORITY): Promise<Keyboard> {
  const number = /:(\d+)/.exec(display)?.[1]
  if (number === undefined) throw new Error(`There is no X display: DISPLAY is "${display}".`)
  const socket = createConnection(`/tmp/.X11-unix/X${number}`)
  const take = reader(socket)
  socket.write(greeting(authority === undefined ? undefined : cookie(readFileSync(authority), number)))
  const head = await take(8)
  const setup = await take(head.readUInt16LE(6) * 4)
  if (head[0] !== 1) throw new Error(`The X display refused: ${setup.toString('latin1')}`)
  const root = setup.readUInt32LE(32 + padded(setup.readUInt16LE(16)) + 8 * setup.readUInt8(21))

  let sent = 0
  const send = (opcode: number, detail: number, body: Buffer): void => {
    const whole = Buffer.alloc(4 + padded(body.length))
    whole.writeUInt8(opcode, 0)
    whole.writeUInt8(detail, 1)
    whole.writeUInt16LE(whole.length / 4, 2)
    body.copy(whole, 4)
    socket.write(whole)
    sent = (sent + 1) % 0x1_0000
  }
  /** The answer to the last request; undefined when that was refused, as it is for a window that has gone. */
  const answer = async (): Promise<Buffer | undefined> => {
    for (;;) {
      const start = await take(32)
      const whole = start[0] === REPLY ? Buffer.concat([start, await take(start.readUInt32LE(4) * 4)]) : start
      const isRefusal = start[0] === 0
      if (start.readUInt16LE(2) === sent && (isRefusal || start[0] === REPLY)) return isRefusal ? undefined : whole
    }
  }

  const xtestName = Buffer.from('XTEST')
  send(98, 0, Buffer.concat([words16(xtestName.length, 0), xtestName]))
  const extension = await answer()
  if (extension?.[8] !== 1) throw new Error('The X display has no XTEST.')
  const xtest = extension.readUInt8(9)

  const titled = async (title: string): Promise<number | undefined> => {
    send(15, 0, words32(root))
    const tree = await answer()
    const count = tree?.readUInt16LE(16) ?? 0
    for (let index = 0; index < count; index++) {
      const window = tree?.readUInt32LE(32 + 4 * index) ?? 0
      send(20, 0, words32(window, WM_NAME, 0, 0, 256))
      const property = await answer()
      if (property?.subarray(32, 32 + property.readUInt32LE(16)).toString('latin1') === title) return window
    }
    return undefined
  }

  return {
    focus: async (title, patienceMs) => {
      for (const end = performance.now() + patienceMs; performance.now() < end; ) {
        const window = await titled(title)
        // The focus can be given only to a window that is shown: so it is asked for afterwards.
        if (window !== undefined) {
          send(42, 1, words32(window, 0))
          send(43, 0, Buffer.alloc(0))
          if ((await answer())?.readUInt32LE(8) === window) return
        }
        await new Promise((done) => setTimeout(done, 50))
      }
      throw new Error(`No window "${title}" came.`)
    },
    press: (key) => {
      for (const way of [2, 3]) send(xtest, 2, Buffer.concat([Buffer.from([way, KEYS[key], 0, 0]), Buffer.alloc(28)]))
    },
    close: () => void socket.destroy()
  }
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

function words16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, 2 * index)
  return bytes
}

function words32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index)
  return bytes
}

/** Exactly so many bytes of what comes, in the order they are asked for. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  let waiting = Buffer.alloc(0)
  let failure: Error | undefined
  let wake: () => void = () => undefined
  socket.on('data', (more: Buffer) => {
    waiting = Buffer.concat([waiting, more])
    wake()
  })
  socket.on('error', (error) => {
    failure = error
    wake()
  })
  socket.on('close', () => {
    failure ??= new Error('The X display closed the connection.')
    wake()
  })
  return async (length) => {
    while (waiting.length < length) {
      if (failure !== undefined) throw failure
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    const taken = waiting.subarray(0, length)
    waiting = waiting.subarray(length)
    return taken
  }
}

const PROTOCOL = 'MIT-MAGIC-COOKIE-1'

function greeting(key: Buffer | undefined): Buffer {
  const name = Buffer.from(key === undefined ? '' : PROTOCOL)
  const data = key ?? Buffer.alloc(0)
  const whole = Buffer.alloc(12 + padded(name.length) + padded(data.length))
  whole.write('l', 0, 'latin1')
  words16(11, 0, name.length, data.length).copy(whole, 2)
  name.copy(whole, 12)
  data.copy(whole, 12 + padded(name.length))
  return whole
}

/** The key for a display in a file of xauth: records of a family and four counted strings (address, display, protocol, key). */
function cookie(file: Buffer, display: string): Buffer | undefined {
  for (let at = 0; at < file.length; ) {
    at += 2
    const fields = Array.from({ length: 4 }, () => {
      const length = file.readUInt16BE(at)
      at += 2 + length
      return file.subarray(at - length, at)
    })
    const [, number, protocol, key] = fields
    if (number?.toString() === display && protocol?.toString() === PROTOCOL) return key
  }
  return undefined
}
