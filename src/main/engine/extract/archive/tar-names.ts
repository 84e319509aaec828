import type { Header } from 'tar-stream'
import { decodeText } from '#engine/extract/charset/charset'
import { openDecoder } from '#engine/extract/charset/open-decoder'

/** What is kept of earlier names; more would not tell more. */
const MOST_SAMPLE = 4096

/**
 * Names of the entries of one TAR archive. Those of the PAX standard are UTF-8; older ones are bytes in whatever the packing system used,
 * which all names seen so far tell better than one alone.
 */
export class TarNames {
  #sample = ''

  /** The name in `header`, whose bytes were taken for Latin-1. */
  async decode({ name }: Header): Promise<string> {
    if (/^[\u0000-\u007f]*$/.test(name) || /[^\u0000-\u00ff]/.test(name)) return name
    const before = `${this.#sample}\n`
    if (before.length < MOST_SAMPLE) this.#sample = `${before}${name}`
    const whole = await decodeText(Buffer.from(`${before}${name}`, 'latin1'), null, false)
    return openDecoder(whole.charset).decode(Buffer.from(name, 'latin1'))
  }
}
