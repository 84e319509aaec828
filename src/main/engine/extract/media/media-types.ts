/** Containers of sound or film whose types do not begin so. */
const OTHERS: ReadonlySet<string> = new Set([
  'application/mxf',
  'application/ogg',
  'application/vnd.ms-asf',
  'application/vnd.rn-realmedia'
])

/** Whether a file of this type is sound or film. */
export function isMedia(mediaType: string): boolean {
  return /^(?:audio|video)\//.test(mediaType) || OTHERS.has(mediaType)
}
