/** Sound and film that Chromium can play, by the type that the content has. */
const PLAYABLE: ReadonlySet<string> = new Set([
  'application/ogg',
  'audio/aac',
  'audio/flac',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/opus',
  'audio/wav',
  'audio/vnd.wave',
  'audio/webm',
  'audio/x-flac',
  'audio/x-m4a',
  'audio/x-wav',
  'video/3gpp',
  'video/3gpp2',
  'video/matroska',
  'video/mp4',
  'video/ogg',
  'video/quicktime',
  'video/webm',
  'video/x-m4v',
  'video/x-matroska'
])

/** Whether files of this type may be played in the window. Some of them hold what it can not decode all the same. */
export function isPlayableType(mediaType: string): boolean {
  return PLAYABLE.has(mediaType)
}
