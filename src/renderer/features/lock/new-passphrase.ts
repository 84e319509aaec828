import { passphraseForm } from '#shared/text/passphrase-form'

/** A passphrase being chosen: typed twice, or drawn by chance. */
export type NewPassphrase = Readonly<{ passphrase: string; again: string; isDrawn: boolean }>

export const NO_NEW_PASSPHRASE: NewPassphrase = { passphrase: '', again: '', isDrawn: false }

/** Whether it can be set: it is the same twice. How strong it is, is the person's to judge. */
export function isReady({ passphrase, again }: NewPassphrase): boolean {
  return passphraseForm(passphrase) !== '' && passphraseForm(passphrase) === passphraseForm(again)
}
