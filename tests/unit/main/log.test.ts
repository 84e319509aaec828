import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorFacts } from '#main/error-facts'
import { createLog } from '#main/log'
import { SanadError } from '#shared/errors'
import { temporaryFolder } from '#tests/support/temporary'

describe('the log', () => {
  it('never holds a path, a title or a query, whatever kind of error brings it', async () => {
    const folder = temporaryFolder()
    const secret = join(folder, 'testimony of Maryam', 'ward 2.html')
    const file = join(folder, 'logs', 'sanad.log')
    const log = createLog({ file })
    const missing = await readFile(secret).catch((error: unknown) => error)
    log.error('a file could not be read', missing)
    log.error('a command failed', new SanadError('not-found', `no document at ${secret}`, { cause: missing }))
    log.error('a search failed', new Error('fts5: syntax error near "Maryam"'))
    log.error('an answer could not be read', new SyntaxError('Unexpected token M in "Maryam..."'))
    const text = readFileSync(file, 'utf8')
    expect(text).not.toContain('Maryam')
    expect(text).not.toContain('ward 2')
    expect(text).not.toContain(folder)
    expect(text).toContain('Error ENOENT open')
    expect(text).toContain('SanadError not-found')
    expect(text).toMatch(/at .*log\.test\.ts:\d+:\d+/)
  })

  it('keeps the words of plain programming faults, which speak of code', () => {
    expect(errorFacts(new TypeError('x is not a function'))[0]).toBe('  TypeError: x is not a function')
    expect(errorFacts('text of a document')).toEqual(['  thrown: string'])
  })

  it('is put aside once when it grows', () => {
    const folder = temporaryFolder()
    const log = createLog({ file: join(folder, 'a.log'), limitBytes: 200, now: () => new Date(0) })
    for (let line = 0; line < 50; line += 1) log.info(`line ${line}`)
    expect(readdirSync(folder).sort()).toEqual(['a.log', 'a.log.1'])
    const kept = readFileSync(join(folder, 'a.log.1'), 'utf8') + readFileSync(join(folder, 'a.log'), 'utf8')
    expect(kept.trimEnd().endsWith('line 49')).toBe(true)
    expect(kept.length).toBeLessThan(500)
  })

  it('does not take the program down when it can not be written', () => {
    const folder = temporaryFolder()
    const lines: string[] = []
    mkdirSync(join(folder, 'a.log'))
    createLog({ file: join(folder, 'a.log'), echo: (line) => lines.push(line) }).warn('still here')
    expect(lines.some((line) => line.includes('still here'))).toBe(true)
    expect(lines.some((line) => line.includes('could not be written'))).toBe(true)
  })
})
