import type { Attributes } from '#engine/extract/xml/read-xml'

/** What a cell without text shows, as well as its value tells: programs write the text as shown, but need not. Empty for none. */
export function cellValue(attributes: Attributes): string {
  const value = attributes['office:value'] ?? ''
  switch (attributes['office:value-type']) {
    case 'float':
      return value
    case 'percentage':
      return value === '' ? '' : `${Number((Number(value) * 100).toPrecision(12))}%`
    case 'currency':
      return [value, attributes['office:currency'] ?? ''].filter((part) => part !== '').join(' ')
    case 'date':
      return (attributes['office:date-value'] ?? '').replace(/T00:00:00(?:\.0+)?$/, '').replace('T', ' ')
    case 'time':
      return timeOf(attributes['office:time-value'] ?? '')
    case 'boolean':
      return (attributes['office:boolean-value'] ?? '').toUpperCase()
    case 'string':
      return attributes['office:string-value'] ?? ''
    default:
      return ''
  }
}

/** `PT14H05M09S` is 14:05:09. */
function timeOf(duration: string): string {
  const [, hours, minutes, seconds] = /^PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S$/.exec(duration) ?? []
  return hours === undefined ? duration : [hours, minutes, seconds].map((part) => part?.padStart(2, '0')).join(':')
}

/** The name of a cell by its 1-based column and row: `B4`. */
export function cellName(column: number, row: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row}`
}
