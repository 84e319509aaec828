/**
 * A passphrase in the one form in which it is used, as bytes: NFC, so that é is the same whether the keyboard makes it of one character or
 * two. Nothing else is changed: spaces, case and letters of all scripts count. Whoever asked overwrites them when they are done.
 */
export const passphraseBytes = (passphrase: string): Uint8Array => Buffer.from(passphrase.normalize('NFC'), 'utf8')
