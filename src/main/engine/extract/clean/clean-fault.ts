import type { ProblemCode } from '#shared/model/document'

/** Why a file can not be cleaned: it is damaged, or built in a way that is not understood well enough to leave nothing in it. */
export class CleanFault extends Error {
  readonly code: Extract<ProblemCode, 'damaged' | 'too-complex' | 'locked' | 'too-large'>

  constructor(code: CleanFault['code'], message: string) {
    super(message)
    this.name = 'CleanFault'
    this.code = code
  }
}
