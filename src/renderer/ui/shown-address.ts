/** An address as it can be shown without deceiving: `host` is given where the one that is really meant looks different. */
export type ShownAddress = Readonly<{ text: string; host: string | null }>

const LONGEST = 200

/** What turns, hides or breaks text: controls, bidi marks, joiners, spaces that are none, and halves of letters. */
const DECEIVING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|(?! )\p{Zs}/gu

/**
 * An address of a document for reading: characters that reorder or hide text are written out, a long one is cut in its middle so that
 * host and end stay, and a host of other letters is given as computers know it (punycode) besides.
 */
export function shownAddress(address: string): ShownAddress {
  const written = address.replace(DECEIVING, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
  const letters = [...written]
  const text = letters.length <= LONGEST ? written : `${letters.slice(0, LONGEST - 60).join('')} … ${letters.slice(-55).join('')}`
  return { text, host: otherHost(address) }
}

/** The host as it is looked up, where the address shows something else for it. */
function otherHost(address: string): string | null {
  const full = /^[\\/]{2}/.test(address) ? `https:${address}` : address
  if (!URL.canParse(full)) return null
  const url = new URL(full)
  // What stands before an @ is a name to sign in with, and looks like a host.
  const isDisguised = url.username !== '' || !full.toLowerCase().includes(url.hostname)
  return url.hostname !== '' && isDisguised ? url.hostname : null
}
