import type { TFunction } from 'i18next'
import type { Format } from '#renderer/i18n/format.ts'
import type { Fact, FactName } from '#shared/model/fact'

/** A fact as the inspector shows it. `copies`: what a press on its copy button puts on the clipboard; null for none. */
export type FactWords = Readonly<{ name: FactName; value: string; copies: string | null }>

const TIMES: ReadonlySet<FactName> = new Set(['sent', 'received', 'created', 'modified', 'captured', 'saved', 'taken'])
const NUMBERS: ReadonlySet<FactName> = new Set([
  'attachments',
  'sheets',
  'entries',
  'unread-entries',
  'left-out-entries',
  'records',
  'resources'
])
const COPIED: ReadonlySet<FactName> = new Set(['message-id', 'identifier', 'from', 'to', 'cc', 'bcc', 'reply-to'])
/** Longer values are cut in the middle of the pane; the copy button has them whole. */
const LONG = 300

/** The words of a fact, in the file's own time zone and with its own numbers. Values of an unknown form stand as they are. */
export function factWords({ name, value }: Fact, format: Format, t: TFunction): FactWords {
  if (TIMES.has(name)) return { name, value: format.stated(value), copies: null }
  if (name === 'place') return { name, value: placeWords(value, t), copies: value }
  if (name === 'duration') return { name, value: isNumber(value) ? format.clock(Number(value)) : value, copies: null }
  if (name === 'bitrate') return { name, value: isNumber(value) ? bitrateWords(Number(value), format) : value, copies: null }
  if (NUMBERS.has(name) && isNumber(value)) return { name, value: format.number(Number(value)), copies: null }
  const isLong = value.length > LONG
  return { name, value: isLong ? `${value.slice(0, LONG)}…` : value, copies: isLong || COPIED.has(name) ? value : null }
}

/** `35.6892, 51.389` as `35.6892° N, 51.389° E`. */
function placeWords(value: string, t: TFunction): string {
  const match = /^(-?)(\d+(?:\.\d+)?), ?(-?)(\d+(?:\.\d+)?)$/.exec(value)
  if (match === null) return value
  const [, south, latitude = '', west, longitude = ''] = match
  const directions = {
    northSouth: t(south === '-' ? 'inspector.south' : 'inspector.north'),
    eastWest: t(west === '-' ? 'inspector.west' : 'inspector.east')
  }
  return t('inspector.place', { latitude, longitude, ...directions })
}

function bitrateWords(bitsPerSecond: number, format: Format): string {
  return `${format.number(Math.round(bitsPerSecond / 1000))} kbit/s`
}

function isNumber(value: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(value)
}
