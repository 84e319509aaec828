/**
 * The process that reads untrusted files. It has no window, no database and no network; it gets jobs and answers them, one at a time.
 *
 * Each message is the bytes of `v8.serialize(job)`, each reply those of `v8.serialize(answer)`; the next job comes after the reply, so
 * neither needs a number. An empty message says that the next reply is the last of this process, and a `refusedNote` that something in it
 * wanted to reach a network. In Electron this is a utility process, elsewhere a child process of Node.
 */
import { deserialize, serialize } from 'node:v8'
import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'
import { disableNetwork } from '#engine/extract/no-network'
import { refusedNote } from '#engine/extract/pool/refused-note'
import { runJob } from '#engine/extract/pool/run-job'
import { isWornOut, LAST_ANSWER } from '#engine/extract/pool/worn-out'

type ParentPort = Readonly<{
  on(name: 'message', listener: (event: { data: unknown }) => void): void
  postMessage(bytes: Uint8Array): void
}>

async function answer(message: unknown): Promise<void> {
  if (!(message instanceof Uint8Array)) return
  const job: ExtractJob = deserialize(message)
  const result: ExtractAnswer = await runJob(job)
  // Said before it, so that no other job can come between.
  if (isWornOut()) reply(LAST_ANSWER)
  reply(serialize(result))
}

const { parentPort }: { parentPort?: ParentPort | null } = process
const reply = (bytes: Uint8Array): void => {
  if (parentPort) parentPort.postMessage(bytes)
  else process.send?.(bytes)
}
disableNetwork('nothing', (way) => reply(refusedNote(way)))
if (parentPort) parentPort.on('message', (event) => void answer(event.data))
else {
  process.on('message', (message) => void answer(message))
  process.on('disconnect', () => process.exit(0))
}
