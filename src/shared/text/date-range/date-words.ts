import type { DateAtom, DateBound, DatePart, Season } from '#shared/text/date-range/date-atom'
import type { DateCalendar } from '#shared/text/date-range/date-calendar'
import { MONTH_NAMES } from '#shared/text/date-range/month-names'
import { foldWord } from '#shared/text/fold'

const SEASONS: Readonly<Record<Season, string>> = {
  1: 'spring, printemps, frühling, frühjahr, primavera, ilkbahar, весна, весной, بهار, ربيع, الربيع, bahar',
  2: 'summer, été, sommer, verano, yaz, лето, летом, تابستان, صيف, الصيف, tabestan',
  3: 'autumn, fall, automne, herbst, otoño, sonbahar, осень, осенью, پاییز, پائیز, خزان, خريف, الخريف, paiz',
  4: 'winter, hiver, invierno, kış, зима, зимой, زمستان, شتاء, الشتاء, zemestan'
}

const ERAS: Readonly<Record<DateCalendar | 'hijri', string>> = {
  gregory: 'ad, ce, gregorian, م, میلادی, ميلادية, للميلاد, grégorien',
  persian:
    'sh, ap, solar hijri, hijri shamsi, shamsi, jalali, persian, ش, ه ش, هش, شمسی, خورشیدی, هجری شمسی, هجری خورشیدی, هجری ش, جلالی',
  islamic: 'lunar hijri, hijri qamari, qamari, ق, ه ق, هق, قمری, هجری قمری, هجری ق, للهجرة, islamic',
  hijri: 'ah, hijri, h, ه, هجری, هجرية'
}

const PARTS: Readonly<Record<DatePart, string>> = {
  early: 'early, beginning, start, début, debut du, anfang, اوایل, آغاز, ابتدای, أوائل, بداية, مطلع, principios',
  mid: 'mid, middle, mi, milieu, mitte, اواسط, نیمه, منتصف, أواسط, mediados',
  late: 'late, end, fin, ende, اواخر, پایان, أواخر, نهاية, finales',
  'first-half': 'first half, نیمه اول, نیمه نخست, النصف الأول, première moitié',
  'second-half': 'second half, نیمه دوم, النصف الثاني, seconde moitié, deuxième moitié'
}

const BOUNDS: Readonly<Record<DateBound, string>> = {
  before: 'before, prior to, earlier than, avant, avant le, پیش از, قبل از, قبل, vor, antes de, antes del',
  after: 'after, later than, après, پس از, بعد از, بعد, nach, después de, después del',
  since: 'since, depuis, à partir de, à partir du, dès, از آغاز, منذ, ابتداء من, seit, desde, ab',
  until: 'until, till, up to, jusque, jusqu à, jusqu au, jusqu en, حتى, لغاية, bis, hasta',
  between: 'between, entre, بین, میان, بين, ما بين, zwischen',
  from: 'from, از, من, von, vom',
  onwards: 'onwards, onward, or later, and later, and after, et après, به بعد, وما بعد, و ما بعد, فصاعدا',
  backwards: 'or earlier, and earlier, and before, et avant, به قبل, وما قبل, و ما قبل'
}

const TO = 'to, through, thru, تا, إلى'
/** Between two ends they mean *to*, before a single date *in*: "de juin à août", "à l’été 1988". */
const AT = 'au, à, aux'
const AND = 'and, et, و, und, y'
const DECADE = 'decade, décennie, années, عقد'
const SOLAR_DECADE = 'دهه, دهه ی'

const NOISE =
  'the, of, in, on, during, year, years, month, le, la, les, l, de, du, des, d, en, année, an, mois, der, die, das, dem, im, am, jahr, ' +
  'del, el, los, año, ماه, سال, سالهای, سنة, سنه, عام, شهر, يوم, روز, في, در, به, ابتدا, ماهٔ, ' +
  'monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, sat, sun, ' +
  'lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, ' +
  'شنبه, یکشنبه, یک شنبه, دوشنبه, دو شنبه, سه شنبه, سهشنبه, چهارشنبه, چهار شنبه, پنجشنبه, پنج شنبه, جمعه, ' +
  'السبت, الأحد, الاثنين, الثلاثاء, الأربعاء, الخميس, الجمعة'

/** In Persian a decade is called by its tens: دهه شصت. */
const TENS: readonly (readonly [string, number])[] = [
  ['بیست', 20],
  ['سی', 30],
  ['چهل', 40],
  ['پنجاه', 50],
  ['شصت', 60],
  ['هفتاد', 70],
  ['هشتاد', 80],
  ['نود', 90]
]

/** A word, or several, as one key: folded, nothing between them. */
export const dateWordKey = (words: string): string => foldWord(words).replaceAll(' ', '')

function rows<K extends string>(lists: Readonly<Record<K, string>>, atom: (key: K) => DateAtom): [string, DateAtom][] {
  return Object.entries<string>(lists).flatMap(([key, names]) => row(names, atom(key as K)))
}

const row = (names: string, atom: DateAtom): [string, DateAtom][] => names.split(', ').map((name) => [dateWordKey(name), atom])

/**
 * What each word says in a date, by `dateWordKey`: English, French, Persian and Arabic throughout; months, seasons and the commonest
 * words of German, Spanish, Turkish and Russian. Of two meanings of one spelling the later one here holds.
 */
export const DATE_WORDS: ReadonlyMap<string, DateAtom> = new Map([
  ...row(NOISE, { kind: 'noise' }),
  ...row(AND, { kind: 'and' }),
  ...row(TO, { kind: 'to' }),
  ...row(AT, { kind: 'at' }),
  ...row(DECADE, { kind: 'decade', numbering: 'gregory' }),
  ...row(SOLAR_DECADE, { kind: 'decade', numbering: 'persian' }),
  ...TENS.map(([name, value]): [string, DateAtom] => [dateWordKey(name), { kind: 'number', value, digits: 2 }]),
  ...rows(PARTS, (part) => ({ kind: 'part', part })),
  ...rows(BOUNDS, (bound) => ({ kind: 'bound', bound })),
  ...rows(ERAS, (era) => ({ kind: 'era', era })),
  ...([1, 2, 3, 4] as const).flatMap((number) => row(SEASONS[number], { kind: 'season', number })),
  ...[...MONTH_NAMES]
    .reverse()
    .map(({ name, calendar, number }): [string, DateAtom] => [dateWordKey(name), { kind: 'month', calendar, number }])
])
