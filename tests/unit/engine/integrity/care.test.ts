import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { Care } from '#engine/integrity/care'
import { isSnapshotDue, isVerificationDue } from '#engine/integrity/due'
import { recordSnapshot, recordSnapshotFailure, recordVerification, setVerifySchedule } from '#engine/integrity/recording'
import { dayOf, listSnapshots } from '#engine/integrity/snapshots'
import { type Archive, openReader } from '#engine/open'
import { openUnchanged } from '#engine/open-unchanged'
import { contentSignature } from '#engine/store/content-signature'
import type { Verification, VerifyProgress } from '#shared/model/integrity'
import { filledCopy, openFilled, placeOf } from '#tests/support/filled-archive'

async function careFor(archive: Archive) {
  const told: (VerifyProgress | null)[] = []
  const care = new Care({
    place: placeOf(archive.directory),
    originals: archive.originals,
    connect: () => openReader(archive.directory),
    isUnclean: false,
    isReadOnly: archive.isReadOnly,
    onProgress: (progress) => told.push(progress),
    recordVerification: (outcome) => void (archive.isReadOnly || recordVerification(archive.db, outcome)),
    recordSnapshot: (day, signature) => recordSnapshot(archive.db, day, signature),
    recordSnapshotFailure: (failure) => recordSnapshotFailure(archive.db, failure)
  })
  onTestFinished(() => care.close())
  return { care, told, ended: () => vi.waitFor(() => expect(told.at(-1)).toBe(null), { timeout: 60_000 }) }
}

describe('care of an open archive', () => {
  test('verifies when asked, one at a time, and keeps what it found', async () => {
    const archive = await openFilled()
    const { care, told, ended } = await careFor(archive)
    expect(care.state()).toMatchObject({ running: null, last: null, schedule: 'monthly', snapshots: [] })
    expect(care.report()).toBe(null)
    const [sha256] = archive.db.prepare('SELECT lower(hex(sha256)) FROM original WHERE id = 3').pluck().all()
    writeFileSync(archive.originals.pathOf(Buffer.from(String(sha256), 'hex')), 'forged')
    writeFileSync(join(archive.directory, 'note.txt'), 'x')
    expect(care.verify()).toMatchObject({ state: 'running', stage: 'originals' })
    expect(care.verify()).toMatchObject({ state: 'running' })
    await ended()
    expect(told.filter((progress) => progress === null)).toHaveLength(1)
    expect(care.report()).toMatchObject({
      isThorough: true,
      checked: 18,
      ok: 17,
      changed: 1,
      missing: 0,
      extra: 1,
      database: 'ok',
      log: 'ok',
      originals: [
        {
          sha256,
          trouble: 'changed',
          file: `originals/${String(sha256).slice(0, 2)}/${sha256}`,
          documents: [{ title: expect.any(String), path: expect.any(String) }]
        }
      ],
      extraFiles: [{ path: 'note.txt', what: 'file' }]
    })
    expect(archive.db.prepare("SELECT count(*) FROM custody_event WHERE kind = 'verified'").pluck().get()).toBe(1)
  })

  test('can be paused, waits for an import, and can be ended', async () => {
    const archive = await openFilled()
    const { care, ended } = await careFor(archive)
    care.busy(true)
    care.verify()
    await vi.waitFor(() => {
      care.resume()
      expect(care.state().running).toMatchObject({ state: 'waiting', checked: 0 })
    })
    care.pause()
    expect(care.state().running).toMatchObject({ state: 'paused' })
    care.resume()
    care.cancel()
    care.busy(false)
    await ended()
    expect(care.state()).toMatchObject({ running: null, last: null })
  })

  test('takes a snapshot of the day when asked, and says so in the log', async () => {
    const archive = await openFilled()
    const { care } = await careFor(archive)
    const taken = await care.takeSnapshot()
    expect(taken.day).toBe(dayOf(new Date()))
    expect(listSnapshots(archive.directory)).toEqual([taken])
    expect(archive.db.prepare("SELECT details FROM custody_event WHERE kind = 'snapshot-taken'").pluck().get()).toBe(
      JSON.stringify({ name: taken.day })
    )
  })

  test('keeps that a snapshot failed until one is taken, tries again by itself, and tells who shows it', async () => {
    const archive = await openFilled()
    // In its place lies something that no snapshot can be put in.
    writeFileSync(join(archive.directory, 'snapshots'), 'x')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { care, told } = await careFor(archive)
    await vi.advanceTimersByTimeAsync(3 * 60_000)
    const failed = { at: expect.any(Number), trouble: 'disk-error', lacking: null }
    expect(care.state()).toMatchObject({ snapshots: [], snapshotFailure: failed })
    expect(told).toContain(null)
    const { care: tomorrow } = await careFor(archive)
    expect(tomorrow.state().snapshotFailure).toEqual(care.state().snapshotFailure)

    rmSync(join(archive.directory, 'snapshots'))
    await vi.advanceTimersByTimeAsync(30 * 60_000)
    expect(care.state()).toMatchObject({ snapshots: [{}], snapshotFailure: null })
    const { care: later } = await careFor(archive)
    expect(later.state().snapshotFailure).toBeNull()
  })

  test('shows what it found in an archive that can not be written, and changes nothing there', async () => {
    const archive = openUnchanged(await filledCopy(), null)
    if (!archive) throw new Error('the copy of the archive can not be read')
    onTestFinished(() => archive.close())
    const { care, ended } = await careFor(archive)
    const sha256 = String(archive.db.prepare('SELECT lower(hex(sha256)) FROM original WHERE id = 3').pluck().get())
    rmSync(archive.originals.pathOf(Buffer.from(sha256, 'hex')))
    const before = readFileSync(join(archive.directory, 'archive.db'))
    care.verify()
    await ended()
    expect(care.state().last).toMatchObject({ state: 'finished', ok: 17, changed: 0, missing: 1, database: 'ok', log: 'ok' })
    expect(care.report()).toMatchObject({ missing: 1, originals: [{ sha256, trouble: 'missing', documents: [{}] }] })
    await expect(care.takeSnapshot()).rejects.toMatchObject({ code: 'archive-read-only' })
    expect(listSnapshots(archive.directory)).toEqual([])
    expect(readFileSync(join(archive.directory, 'archive.db'))).toEqual(before)
  })

  test('keeps the schedule in the archive', async () => {
    const archive = await openFilled()
    const { care } = await careFor(archive)
    setVerifySchedule(archive.db, 'weekly')
    expect(care.state().schedule).toBe('weekly')
  })
})

describe('what is due', () => {
  const DAY = 24 * 60 * 60 * 1000
  const ended = (endedAt: number) => ({ endedAt }) as Verification

  test('a verification a month after the last one, or after the archive was made', () => {
    expect(isVerificationDue('monthly', undefined, 0, 29 * DAY)).toBe(false)
    expect(isVerificationDue('monthly', undefined, 0, 30 * DAY)).toBe(true)
    expect(isVerificationDue('monthly', ended(20 * DAY), 0, 40 * DAY)).toBe(false)
    expect(isVerificationDue('weekly', ended(20 * DAY), 0, 27 * DAY)).toBe(true)
    expect(isVerificationDue('off', undefined, 0, 1000 * DAY)).toBe(false)
    // The clock went back: by less than a week nothing is due, by more it would be long until it is.
    expect(isVerificationDue('weekly', ended(20 * DAY), 0, 17 * DAY)).toBe(false)
    expect(isVerificationDue('weekly', ended(20 * DAY), 0, 3 * DAY)).toBe(true)
  })

  test('a snapshot once a day, when something has changed', () => {
    expect(isSnapshotDue('2026-11-26', undefined, 'a', undefined)).toBe(true)
    expect(isSnapshotDue('2026-11-26', '2026-11-26', 'a', 'b')).toBe(false)
    expect(isSnapshotDue('2026-11-26', '2026-11-25', 'a', 'b')).toBe(true)
    expect(isSnapshotDue('2026-11-26', '2026-11-20', 'a', 'a')).toBe(false)
    // What the last attempt was to hold is in none.
    expect(isSnapshotDue('2026-11-26', '2026-11-20', 'a', 'a', true)).toBe(true)
  })

  test('verifying and taking snapshots is no change', async () => {
    const archive = await openFilled()
    const before = contentSignature(archive.db)
    recordSnapshotFailure(archive.db, { at: 1, trouble: 'disk-full', lacking: 7 })
    expect(contentSignature(archive.db)).toBe(before)
    recordSnapshot(archive.db, '2026-11-26', before)
    expect(contentSignature(archive.db)).toBe(before)
    archive.db.exec('UPDATE document SET is_starred = 1 WHERE id = 7')
    expect(contentSignature(archive.db)).not.toBe(before)
  })
})
