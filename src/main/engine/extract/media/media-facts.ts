/** What a file of sound or film says of itself; absent where it says nothing. */
export type MediaFacts = Readonly<{
  /** Seconds. */
  duration?: number | undefined
  /** Bits a second. */
  bitrate?: number | undefined
  codecs: readonly string[]
  /** Pixels as shown: films taken upright are higher than wide. */
  dimensions?: Readonly<{ width: number; height: number }>
  /** ISO 8601; when the file was made, which is not always when it was recorded. */
  created?: string | undefined
  title?: string | undefined
  artist?: string | undefined
  album?: string | undefined
  /** As written. */
  date?: string | undefined
  /** ISO 6709. */
  place?: string | undefined
  /** What is written to be read: descriptions, comments, words of songs. */
  texts: readonly string[]
  chapters: readonly Readonly<{ title: string; seconds: number | null }>[]
  /** All that is written besides. */
  others: readonly string[]
}>

/** Of a file that says nothing. */
export const NO_MEDIA_FACTS: MediaFacts = { codecs: [], texts: [], chapters: [], others: [] }
