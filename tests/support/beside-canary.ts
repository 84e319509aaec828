/** For the controls, in which an Electron without guards shows that the canary would hear it: what it does meanwhile is not counted. */
import { connect } from 'node:net'

/** Does `work` while the canary beside all tests looks away. */
export async function besideCanary<T>(work: () => Promise<T>): Promise<T> {
  await tell('pause')
  try {
    return await work()
  } finally {
    await tell('resume')
  }
}

function tell(word: string): Promise<void> {
  const port = Number(process.env.SANAD_TEST_CANARY)
  if (!port) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(word))
    socket.on('error', reject)
    socket.resume()
    socket.on('close', () => resolve())
  })
}
