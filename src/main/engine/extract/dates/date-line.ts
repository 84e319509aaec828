import { findWrittenDate, toAsciiDigits } from '#engine/extract/dates/dates'

const LABEL =
  /^(?:date|published|posted|issued|first published|publication date|date of publication|public(?:ation|ado|ato)?|publié|veröffentlicht|تاریخ(?:\s+انتشار)?|انتشار|منتشر شده(?:\s+در)?|نشر|تاريخ(?:\s+النشر)?|نُشر(?:\s+في)?)(?:\s+(?:on|at|le|am|el))?\s*[:：]?\s*/i
const WEEKDAY =
  /(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|(?:یک|دو|سه|چهار|پنج)[\s‌]?شنبه|شنبه|جمعه|ال(?:اثنين|أحد|ثلاثاء|أربعاء|خميس|جمعة|سبت)/giu
const TIME =
  /(?:(?:at|um|à|ساعت|،)\s*)?\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*(?:am|pm|a\.m\.|p\.m\.|uhr))?(?:\s*(?:\(?(?:gmt|utc|bst|cet|est|edt|irst|local time)\)?(?:\s*[+-]\d{1,2}(?::?\d{2})?)?))?/gi
/** "Tehran, " or "Geneva – " before a date, as letters and statements begin. */
const PLACE =
  /^(?:\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+){0,3}(?:\s*\([^)]{1,30}\))?\s*[,–—-]|[\p{Lo}‌]+(?:\s+[\p{Lo}‌]+){0,2}\s*[،–—-])\s*$/u

/**
 * The date of a line that is a date and little else: with a label such as "Published", a weekday, a time, or a place before it. A date inside a
 * sentence, or with any other word ("Born …", "Updated …"), is not the date of the document.
 */
export function findDateLine(line: string): string | undefined {
  const text = line.trim()
  if (text.length > 120 || !/[\d۰-۹٠-٩]/.test(text)) return undefined
  const unlabelled = text.replace(LABEL, '').replace(/^[[(|•·\s]+|[\])|•·\s]+$/g, '')
  const found = findWrittenDate(unlabelled)
  if (!found) return undefined
  const before = unlabelled.slice(0, found.start).replace(WEEKDAY, '').trim()
  const after = toAsciiDigits(unlabelled.slice(found.end)).replace(WEEKDAY, '').replace(TIME, '').trim()
  const isAlone = /^[\s,،.:|•·–—-]*$/.test(before) || PLACE.test(before)
  return isAlone && /^[\s,،.:|•·–—-]*$/.test(after) ? found.date : undefined
}
