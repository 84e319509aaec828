/** Thrown inside a reader when a document holds more text than is read; what was read until then counts. */
export class TooMuch extends Error {
  constructor() {
    super('It holds more text than can be read.')
    this.name = 'TooMuch'
  }
}
