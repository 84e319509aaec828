/** Why an XML part is not read. `message` is a sentence for people. */
export class XmlFault extends Error {
  readonly code: 'bomb' | 'too-complex'

  constructor(code: XmlFault['code'], message: string) {
    super(message)
    this.name = 'XmlFault'
    this.code = code
  }
}
