/** Names of Gregorian months as documents write them, folded to lower case without marks, by month number. */
const GREGORIAN: readonly (readonly string[])[] = [
  [
    'january',
    'jan',
    'janvier',
    'janv',
    'januar',
    'jänner',
    'enero',
    'ene',
    'gennaio',
    'janeiro',
    'januari',
    'ocak',
    'января',
    'ژانویه',
    'يناير',
    'كانون الثاني'
  ],
  [
    'february',
    'feb',
    'fevrier',
    'fevr',
    'februar',
    'febrero',
    'febbraio',
    'fevereiro',
    'februari',
    'subat',
    'февраля',
    'فوریه',
    'فبراير',
    'شباط'
  ],
  ['march', 'mar', 'mars', 'marz', 'maerz', 'marzo', 'marco', 'maart', 'mart', 'марта', 'مارس', 'اذار'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile', 'nisan', 'апреля', 'آوریل', 'ابريل', 'نيسان'],
  ['may', 'mai', 'mayo', 'maggio', 'maio', 'mei', 'mayis', 'мая', 'مه', 'مي', 'مايو', 'ايار'],
  ['june', 'jun', 'juin', 'juni', 'junio', 'giugno', 'junho', 'haziran', 'июня', 'ژوئن', 'ژوین', 'يونيو', 'حزيران'],
  ['july', 'jul', 'juillet', 'juil', 'juli', 'julio', 'luglio', 'julho', 'temmuz', 'июля', 'ژوئیه', 'جولای', 'يوليو', 'تموز'],
  ['august', 'aug', 'aout', 'agosto', 'augustus', 'agustos', 'августа', 'اوت', 'آگوست', 'اغسطس', 'اب'],
  [
    'september',
    'sep',
    'sept',
    'septembre',
    'septiembre',
    'settembre',
    'setembro',
    'eylul',
    'сентября',
    'سپتامبر',
    'سبتمبر',
    'ايلول'
  ],
  [
    'october',
    'oct',
    'octobre',
    'oktober',
    'okt',
    'octubre',
    'ottobre',
    'outubro',
    'ekim',
    'октября',
    'اکتبر',
    'اكتوبر',
    'تشرين الاول'
  ],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'kasim', 'ноября', 'نوامبر', 'نوفمبر', 'تشرين الثاني'],
  [
    'december',
    'dec',
    'decembre',
    'dezember',
    'dez',
    'diciembre',
    'dic',
    'dicembre',
    'dezembro',
    'desember',
    'aralik',
    'декабря',
    'دسامبر',
    'ديسمبر',
    'كانون الاول'
  ]
]

/** Months of the Iranian solar (Jalali) calendar; Afghan names beside them. */
const JALALI: readonly (readonly string[])[] = [
  ['فروردین', 'حمل'],
  ['اردیبهشت', 'ثور'],
  ['خرداد', 'جوزا'],
  ['تیر', 'سرطان'],
  ['مرداد', 'امرداد', 'اسد'],
  ['شهریور', 'سنبله'],
  ['مهر', 'میزان'],
  ['آبان', 'عقرب'],
  ['آذر', 'قوس'],
  ['دی', 'جدی'],
  ['بهمن', 'دلو'],
  ['اسفند', 'حوت']
]

const FOLDED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'àáâäãå'].map((letter) => [letter, 'a'])),
  ...Object.fromEntries([...'èéêë'].map((letter) => [letter, 'e'])),
  ...Object.fromEntries([...'ìíîïı'].map((letter) => [letter, 'i'])),
  ...Object.fromEntries([...'òóôöõ'].map((letter) => [letter, 'o'])),
  ...Object.fromEntries([...'ùúûü'].map((letter) => [letter, 'u'])),
  ...Object.fromEntries([...'أإآ'].map((letter) => [letter, 'ا'])),
  ç: 'c',
  ş: 's',
  ğ: 'g',
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک'
}

/** A month, 1 to 12, of a calendar. */
export type Month = Readonly<{ calendar: 'gregorian' | 'jalali'; number: number }>

const MONTHS = new Map<string, Month>()
GREGORIAN.forEach((names, index) => {
  for (const name of names) MONTHS.set(foldName(name), { calendar: 'gregorian', number: index + 1 })
})
JALALI.forEach((names, index) => {
  for (const name of names) MONTHS.set(foldName(name), { calendar: 'jalali', number: index + 1 })
})

/** The month that a name means, in any spelling of its letters; undefined for other words. */
export function findMonth(name: string): Month | undefined {
  return MONTHS.get(foldName(name))
}

/** A regular expression source that matches any month name after `foldName`; longest first. */
export const MONTH_PATTERN = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')

/** Letters as documents vary them made one: accents and hamza carriers dropped, Arabic kaf and yeh as in Persian; lower case. Keeps the length. */
export function foldName(text: string): string {
  return text.toLowerCase().replace(/[àáâäãåçèéêëìíîïòóôöõùúûüşşığأإآيىئك]/g, (letter) => FOLDED[letter] ?? letter)
}
