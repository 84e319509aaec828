import { passphraseForm } from '#shared/text/passphrase-form'

/** A passphrase in the one form in which it is used (`passphraseForm`), as bytes. Whoever asked overwrites them when they are done. */
export const passphraseBytes = (passphrase: string): Uint8Array => Buffer.from(passphraseForm(passphrase), 'utf8')
