import type { Passphrases } from '#main/passphrases'
import { SanadError } from '#shared/errors'

const refuse = (): Promise<never> => Promise.reject(new SanadError('internal', 'passphrases are not built in yet'))
export const NO_PASSPHRASES: Passphrases = {
  isEncrypted: async () => false,
  unlock: refuse,
  set: refuse,
  change: refuse,
  remove: refuse
}
