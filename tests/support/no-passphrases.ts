import type { PassphraseCalls } from '#engine/threads/passphrases'

const refuse = (): Promise<never> => Promise.reject(new Error('no archive of this test has a passphrase'))

/** For sessions whose archives are all plain. */
export const noPassphrases: PassphraseCalls = {
  readLockState: () => 'plain',
  unlock: refuse,
  set: refuse,
  change: refuse,
  remove: refuse
}
