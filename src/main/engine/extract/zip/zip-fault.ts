/** Why a ZIP archive, or one entry of it, is not opened. `message` is a sentence for people. */
export class ZipFault extends Error {
  readonly code: 'bomb' | 'too-many-files' | 'damaged' | 'locked'

  constructor(code: ZipFault['code'], message: string) {
    super(message)
    this.name = 'ZipFault'
    this.code = code
  }
}
