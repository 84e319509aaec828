/** Containers that Chromium plays at all; whether it knows what is inside them shows when it tries. */
const PLAYED =
  /^(?:audio\/(?:aac|flac|mp4|mpeg|ogg|opus|wav|vnd\.wave|webm|x-flac|x-m4a|x-wav)|video\/(?:3gpp|mp4|ogg|quicktime|webm|x-m4v|x-matroska))$/

/** Whether the window can try to play a type: those that the main process serves. */
export function isPlayable(mediaType: string): boolean {
  return PLAYED.test(mediaType)
}
