import type { TagRef } from '#shared/model/document'
import type { RollCallId } from '#shared/model/ids'
import type { Passage } from '#shared/model/search'

/** `names`: each line is a name, found as a phrase; `queries`: each line is written in the query language. */
export const ROLL_CALL_MODES = ['names', 'queries'] as const
export type RollCallMode = (typeof ROLL_CALL_MODES)[number]

/** Why a line of a list is not looked for. The window words it (`rollcall.problem-<code>`). */
export const LINE_PROBLEMS = [
  'empty',
  'nothing-to-search',
  'too-long',
  'broken-quotes',
  'undecodable',
  'bad-query',
  'over-limit'
] as const
export type LineProblem = (typeof LINE_PROBLEMS)[number]

/** How a list is read; null: told from the list itself. */
export type ListChoice = Readonly<{
  /** 1-based sheet of a workbook. */
  sheet: number | null
  /** 0-based column; `whole`: each line as it stands. */
  column: number | 'whole' | null
  /** Whether the first line names the columns. */
  header: boolean | null
}>

/** A line of a list. `number` counts lines of the file (rows of the sheet) from 1. */
export type ListLine = Readonly<{ number: number; text: string; problem: LineProblem | null }>

/** A list as it was read. */
export type ListReading = Readonly<{
  /** Names of a workbook's sheets that hold rows; empty for text. */
  sheets: readonly string[]
  /** The choices as they were made or told from the list. */
  sheet: number
  column: number | 'whole'
  header: boolean
  /** What the columns are called: by the header, or an empty string each. One entry for a plain list. */
  columns: readonly string[]
  /** At most `MOST_LINES` of them, malformed ones included. */
  lines: readonly ListLine[]
  /** The first lines with all their columns. */
  sample: readonly Readonly<{ number: number; cells: readonly string[] }>[]
}>

/** What the window shows of a list before it is run. */
export type ListPreview = Omit<ListReading, 'lines'> &
  Readonly<{
    /** Names the chosen file; null for pasted text. Its path stays in the main process. */
    choiceId: string | null
    name: string
    total: number
    malformed: number
    /** The first of them. */
    first: readonly ListLine[]
    firstMalformed: readonly ListLine[]
  }>

export type RollCallState = 'running' | 'finished' | 'cancelled' | 'interrupted' | 'failed'

/** `lines = found + missing + malformed + waiting`; lines that repeat another count like it. */
export type RollCallCounts = Readonly<{
  lines: number
  found: number
  missing: number
  malformed: number
  /** Not looked for yet. */
  waiting: number
  /** Of `found`: in documents that the run before did not find. */
  fresh: number
}>

export type RollCall = Readonly<{
  id: RollCallId
  name: string
  /** File name of the list, for a pasted one empty. */
  source: string
  mode: RollCallMode
  createdAt: number
  counts: RollCallCounts
  state: RollCallState
  /** When its last run began and ended; null while it is under way. */
  ranAt: number
  endedAt: number | null
  /** How often it was run; from 2 on, `fresh` has something to compare with. */
  runs: number
  /** Documents that came into the archive since its last run began. */
  newDocuments: number
}>

/** One way a name was found. `hits` is exact; null where its words are too common to count. */
export type SpellingCount = Readonly<{ text: string; documents: number; hits: number | null }>

export type RollCallLine = Readonly<{
  position: number
  number: number
  text: string
  problem: LineProblem | null
  /** The number of the line that it repeats. */
  repeats: number | null
  /** Documents found; null where it was not looked for yet, or is malformed. */
  documents: number | null
  /** Of `documents`: not found by the run before. */
  fresh: number
  /** How often its spellings stand in the text of those documents; null for queries. */
  hits: number | null
  spellings: readonly SpellingCount[]
  /** The query that finds the same documents; empty for a malformed line. */
  query: string
}>

export const ROLL_CALL_TABS = ['all', 'found', 'missing', 'malformed'] as const
export type RollCallTab = (typeof ROLL_CALL_TABS)[number]
export const ROLL_CALL_SORTS = ['number', 'text', 'documents', 'fresh'] as const
export type RollCallSort = (typeof ROLL_CALL_SORTS)[number]

/** Where a line was found: a document with its best passage, null where only its title or people have the name. */
export type LineDocument = Readonly<{
  id: number
  /** The name of its file where it has none. */
  title: string
  date: string | null
  passage: Passage | null
  tags: readonly TagRef[]
  heldWarnings: readonly TagRef[]
}>

export type LinePassages = Readonly<{ position: number; documents: readonly LineDocument[] }>

/** Something near that stands in the archive. `query` finds it in `documents` documents. */
export type NearSpelling = Readonly<{ text: string; query: string; documents: number; kind: 'spelling' | 'script' | 'apart' }>

export type LineNearest = Readonly<{ position: number; nearest: readonly NearSpelling[] }>

export type RollCallProgress = Readonly<{
  id: RollCallId
  state: RollCallState
  done: number
  total: number
  found: number
  linesPerSecond: number
}>
