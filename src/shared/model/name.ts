import type { DocumentSummary } from '#shared/model/document'
import type { NameId } from '#shared/model/ids'
import type { Passage } from '#shared/model/search'

export const NAME_KINDS = ['person', 'organisation', 'place'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** Where a spelling came from: typed on the card, selected in a document, a query, a pasted list, or a proposal that was confirmed. */
export const SPELLING_ORIGINS = ['typed', 'selection', 'query', 'list', 'rule', 'vocabulary'] as const
export type SpellingOrigin = (typeof SPELLING_ORIGINS)[number]

/** A card as lists show it. */
export type NameSummary = Readonly<{
  id: NameId
  kind: NameKind
  label: string
  /** A spelling that is on, in another script than the label; null when there is none. */
  also: string | null
  /** Documents that mention it by a spelling that is on; exact. */
  documents: number
}>

export type NameSpelling = Readonly<{
  /** Folded index terms with single spaces between: the same for spellings that search can not tell apart. */
  key: string
  text: string
  isOn: boolean
  origin: SpellingOrigin
  /** Documents that hold it, whether it is on or off; exact. */
  documents: number
}>

/** A spelling that a card might have too. It is not used until somebody confirms it. */
export type NameProposal = Readonly<{
  key: string
  text: string
  /** By the rules of transliteration alone, or standing in this archive. */
  origin: Extract<SpellingOrigin, 'rule' | 'vocabulary'>
  /** Documents that hold it; 0 for what the rules alone make. */
  documents: number
}>

/** Another card and in how many of the same documents it is mentioned: at all, and within a few words. */
export type NameNearby = Readonly<{ id: NameId; kind: NameKind; label: string; documents: number; near: number }>

export type NameCard = NameSummary &
  Readonly<{
    note: string
    /** Places in all documents; exact. */
    hits: number
    spellings: readonly NameSpelling[]
    /** Documents by the year of their date, earliest first; undated ones under null, last. */
    years: readonly Readonly<{ year: number | null; documents: number }>[]
  }>

/** One document that mentions a card. */
export type NameMention = DocumentSummary &
  Readonly<{
    hits: number
    /** The spellings that stand in it, as written on the card. */
    spellings: readonly string[]
    passages: readonly Passage[]
  }>

/** A card that one document mentions. */
export type DocumentName = Readonly<{ id: NameId; kind: NameKind; label: string; hits: number }>

/** What a change did, so that it can be taken back. */
export type NameUndo = Readonly<{ undoId: string; documents: number }>

/** Cards made of a list, and how to take that back. */
export type NamesMade = Readonly<{ names: readonly NameSummary[]; undoId: string }>
