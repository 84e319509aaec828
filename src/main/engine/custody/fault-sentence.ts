import type { CustodyFault } from '#shared/model/custody'

/** What is wrong with a log, for the command line and reports in English. */
export function faultSentence({ code, seq, until, sha256 }: CustodyFault): string {
  switch (code) {
    case 'missing':
      return seq === until ? `Entry ${seq} of the log is missing.` : `Entries ${seq} to ${until} of the log are missing.`
    case 'changed':
      return `Entry ${seq} of the log was changed after it was written.`
    case 'detached':
      return `Entry ${seq} of the log does not follow from the one before it: one of the two was changed, or put in later.`
    case 'cut-off':
      return `The log ends before entry ${seq}, and had got to entry ${until}.`
    case 'rewritten':
      return `Entry ${seq} of the log is another than the one that was known under this number.`
    case 'no-note':
      return `What the archive notes about the end of the log (entry ${seq}) is gone.`
    case 'other-archive':
      return 'The log is not this archive’s, or does not begin with its beginning.'
    case 'other-originals': {
      const which = sha256.length > 0 ? ` (${sha256.slice(0, 3).join(', ')}${sha256.length > 3 ? '…' : ''})` : ''
      return `The log lists ${seq} originals; the archive has ${until}, not all of them the same${which}.`
    }
  }
}
