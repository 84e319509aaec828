import type { Passphrases } from '#main/passphrases'

const refuse = (): Promise<never> => Promise.reject(new Error('no archive of this test has a passphrase'))

/** For sessions whose archives are all plain. */
export const noPassphrases: Passphrases = {
  isEncrypted: () => Promise.resolve(false),
  unlock: refuse,
  set: refuse,
  change: refuse,
  remove: refuse
}
