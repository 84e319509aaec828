import { Console } from 'node:console'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { quietOutput } from '#main/quiet-output'

const SECRET = '/media/stick/Testimony of the ferryman.pdf'

/** An error of the file system, which names the file. */
function failure(): unknown {
  try {
    return readFileSync(SECRET)
  } catch (error) {
    return error
  }
}

function outputs() {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const heard = (): string => `${out.read() ?? ''}${err.read() ?? ''}`
  return { out, err, heard }
}

it('lets out what the console says of a file until it is quiet, and nothing after', () => {
  const { out, err, heard } = outputs()
  const desk = new Console(out, err)
  desk.error('import', failure())
  expect(heard()).toContain(SECRET)
  let kept = 0
  quietOutput([out, err] as unknown as NodeJS.WriteStream[], () => kept++)
  desk.error('import', failure())
  desk.log(SECRET)
  expect(heard()).toBe('')
  expect(kept).toBe(1)
})

it('keeps back what a thread says, and lets the thread end', async () => {
  const { out, err, heard } = outputs()
  quietOutput([out, err] as unknown as NodeJS.WriteStream[], () => undefined)
  const code = `console.error('import', new Error(${JSON.stringify(SECRET)})); console.log(${JSON.stringify(SECRET)})`
  const thread = new Worker(code, { eval: true, stdout: true, stderr: true })
  thread.stdout.pipe(out)
  thread.stderr.pipe(err)
  expect(await once(thread, 'exit')).toEqual([0])
  expect(heard()).toBe('')
})
