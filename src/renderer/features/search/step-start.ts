/**
 * The row that a step from the cursor starts at. The cursor's document may be gone from its row (a document that was read leaves the
 * unread ones): the rows after it have then moved up by one.
 */
export function stepStart(index: number, isGone: boolean, step: 1 | -1): number {
  return isGone && step === 1 ? index - 1 : index
}
