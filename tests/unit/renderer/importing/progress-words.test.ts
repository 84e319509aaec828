import type { TFunction } from 'i18next'
import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { progressFacts, progressShare, progressTitle } from '#renderer/features/importing/progress-words.ts'
import { formatFor } from '#renderer/i18n/format.ts'
import { startI18n } from '#renderer/i18n/setup.ts'
import { importIdSchema } from '#shared/model/ids'
import type { ImportProgress } from '#shared/model/importing'

const progress: ImportProgress = {
  importId: v.parse(importIdSchema, 14),
  name: 'Evidence drive',
  state: 'running',
  counts: {
    files: 7710,
    documents: 7500,
    copies: 150,
    withoutText: 50,
    failed: 2,
    unchanged: 0,
    parts: 0,
    inside: 0,
    insideFailed: 0,
    scans: 0,
    bytes: 1
  },
  totalFiles: 12_406,
  filesPerSecond: 80,
  secondsLeft: 61,
  current: 'letter.html',
  failure: null
}
const format = formatFor('en')
let t: TFunction

beforeAll(() => {
  t = startI18n().t
})

describe('the words of a running import', () => {
  it('say what, how far, what went wrong and how long', () => {
    expect(progressTitle(progress, t)).toBe('Importing “Evidence drive”')
    expect(progressFacts(progress, t, format)).toBe('7,702 of 12,406 · 2 problems · about 1 min left')
  })

  it('leave out what is not known', () => {
    const unknown = { ...progress, totalFiles: null, secondsLeft: null, counts: { ...progress.counts, failed: 0 } }
    expect(progressFacts(unknown, t, format)).toBe('7,700 files')
    expect(progressShare(unknown)).toBeNull()
  })

  it('promise no end while paused', () => {
    expect(progressFacts({ ...progress, state: 'paused' }, t, format)).toBe('7,702 of 12,406 · 2 problems')
    expect(progressTitle({ ...progress, state: 'paused' }, t)).toBe('Paused: “Evidence drive”')
  })

  it('count hours when there are some', () => {
    expect(progressFacts({ ...progress, secondsLeft: 5000 }, t, format)).toContain('about 1 h 30 min left')
    expect(progressFacts({ ...progress, secondsLeft: 7200 }, t, format)).toContain('about 2 h left')
  })
})

describe('progressShare', () => {
  it('goes from 0 to 1', () => {
    expect(progressShare(progress)).toBeCloseTo(0.62, 2)
    expect(progressShare({ ...progress, totalFiles: 0 })).toBe(1)
    expect(progressShare({ ...progress, totalFiles: 10 })).toBe(1)
  })
})
