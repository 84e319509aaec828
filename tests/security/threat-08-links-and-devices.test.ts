/** Threat 8: what lies in a folder to be imported and is no file of it. */
import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { importHostile } from '#tests/support/hostile/import-hostile'

test('threat 08: links, loops, pipes, sockets and devices are listed and never followed or read', async ({ skip }) => {
  if (process.platform === 'win32') return skip()
  const { codes, holding, receipt } = await importHostile({ 'folder/letter.txt': 'A letter about the heron.' }, (source) => {
    symlinkSync('/etc', join(source, 'etc'))
    symlinkSync('/etc/passwd', join(source, 'passwd.txt'))
    symlinkSync('/dev/zero', join(source, 'zero'))
    symlinkSync(source, join(source, 'loop'))
    symlinkSync('../folder', join(source, 'folder', 'itself'))
    symlinkSync('one', join(source, 'two'))
    symlinkSync('two', join(source, 'one'))
    symlinkSync('nowhere', join(source, 'broken'))
    execFileSync('mkfifo', [join(source, 'pipe')])
    const server = createServer().listen(join(source, 'socket'))
    onTestFinished(() => void server.close())
  })
  expect(receipt.state).toBe('finished')
  expect(receipt.counts.documents).toBe(2)
  const links = ['etc', 'passwd.txt', 'zero', 'loop', 'folder/itself', 'one', 'two', 'broken']
  for (const name of links) expect(codes.get(name), name).toBe('link-not-followed')
  expect(codes.get('pipe')).toBe('not-a-regular-file')
  expect(codes.get('socket')).toBe('not-a-regular-file')
  expect(holding('root')).toEqual([])
})
