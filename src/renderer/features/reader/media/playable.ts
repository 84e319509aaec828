import { isPlayableType } from '#shared/model/playable-types'

/** Whether the window can try to play a type: those that the main process serves. What is inside shows when it tries. */
export function isPlayable(mediaType: string): boolean {
  return isPlayableType(mediaType)
}
