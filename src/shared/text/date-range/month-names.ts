import type { DateCalendar } from '#shared/text/date-range/date-calendar'

/** The names of the twelve months of a calendar, each month's separated by commas, January or the first month first. */
type Names = readonly [string, string, string, string, string, string, string, string, string, string, string, string]

const GREGORIAN: readonly Names[] = [
  [
    'january, jan',
    'february, feb',
    'march, mar',
    'april, apr',
    'may',
    'june, jun',
    'july, jul',
    'august, aug',
    'september, sep, sept',
    'october, oct',
    'november, nov',
    'december, dec'
  ],
  [
    'janvier, janv',
    'février, févr, fév',
    'mars',
    'avril, avr',
    'mai',
    'juin',
    'juillet, juil',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre, déc'
  ],
  [
    'januar, jänner',
    'februar',
    'märz, maerz',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober, okt',
    'november',
    'dezember, dez'
  ],
  [
    'enero, ene',
    'febrero',
    'marzo',
    'abril, abr',
    'mayo',
    'junio',
    'julio',
    'agosto, ago',
    'septiembre, setiembre',
    'octubre',
    'noviembre',
    'diciembre, dic'
  ],
  ['ocak', 'şubat', 'mart', 'nisan', 'mayıs', 'haziran', 'temmuz', 'ağustos', 'eylül', 'ekim', 'kasım', 'aralık'],
  [
    'январь, января',
    'февраль, февраля',
    'март, марта',
    'апрель, апреля',
    'май, мая',
    'июнь, июня',
    'июль, июля',
    'август, августа',
    'сентябрь, сентября',
    'октябрь, октября',
    'ноябрь, ноября',
    'декабрь, декабря'
  ],
  // Arabic as written in Egypt, in the Levant and Iraq, and in the Maghreb.
  [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل, ابريل',
    'مايو',
    'يونيو, يونيه',
    'يوليو, يوليه',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر'
  ],
  [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول'
  ],
  ['جانفي', 'فيفري', 'مارس', 'أفريل', 'ماي', 'جوان', 'جويلية, يوليوز', 'أوت, غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
  // Persian, after the French names and, in Afghanistan, after the English ones.
  [
    'ژانویه, جنوری',
    'فوریه, فبروری',
    'مارس, مارچ',
    'آوریل, اپریل',
    'مه, می',
    'ژوئن, جون',
    'ژوئیه, ژوییه, جولای',
    'اوت, آگوست, آگست',
    'سپتامبر, سپتمبر',
    'اکتبر, اکتوبر',
    'نوامبر, نومبر',
    'دسامبر, دسمبر'
  ]
]

const SOLAR_HIJRI: readonly Names[] = [
  ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد, امرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'],
  [
    'farvardin, farwardin',
    'ordibehesht, urdibihisht',
    'khordad, khurdad',
    'tir',
    'mordad, amordad, murdad',
    'shahrivar, shahriwar, shahrivār',
    'mehr, mihr',
    'aban',
    'azar, adhar',
    'dey, dei',
    'bahman',
    'esfand, isfand'
  ],
  // Afghanistan, in Dari and in Pashto.
  ['حمل', 'ثور', 'جوزا', 'سرطان', 'اسد', 'سنبله', 'میزان', 'عقرب', 'قوس', 'جدی', 'دلو', 'حوت'],
  ['وری', 'غویی', 'غبرګولی', 'چنګاښ', 'زمری', 'وږی', 'تله', 'لړم', 'لیندۍ', 'مرغومی', 'سلواغه', 'کب'],
  [
    'hamal',
    'sawr, saur',
    'jawza',
    'saratan',
    'asad',
    'sunbula, sonbola',
    'mizan',
    'aqrab',
    'qaws, qaus',
    'jadi, jaddi',
    'dalw, dalwa',
    'hut, hoot'
  ],
  // Sorani Kurdish.
  [
    'خاکەلێوە',
    'گوڵان, بانەمەڕ',
    'جۆزەردان',
    'پووشپەڕ',
    'گەلاوێژ',
    'خەرمانان',
    'ڕەزبەر',
    'گەڵاڕێزان',
    'سەرماوەز',
    'بەفرانبار',
    'ڕێبەندان',
    'ڕەشەمە'
  ]
]

const HIJRI: readonly Names[] = [
  [
    'محرم, المحرم, محرم الحرام',
    'صفر, صفر المظفر',
    'ربيع الأول, ربیع‌الاول',
    'ربيع الآخر, ربيع الثاني, ربیع‌الثانی',
    'جمادى الأولى, جمادى الأول, جمادی‌الاولی, جمادی‌الاول',
    'جمادى الآخرة, جمادى الآخر, جمادى الثانية, جمادى الثاني, جمادی‌الثانی, جمادی‌الثانیه',
    'رجب, رجب المرجب',
    'شعبان, شعبان المعظم',
    'رمضان, رمضان المبارک',
    'شوال, شوال المکرم',
    'ذو القعدة, ذي القعدة, ذی‌القعده, ذی‌قعده, ذوقعده',
    'ذو الحجة, ذي الحجة, ذی‌الحجه, ذی‌حجه, ذوحجه'
  ],
  [
    'muharram, moharram',
    'safar',
    'rabi al awwal, rabi i, rabi al awal, rabi ol avval',
    'rabi al thani, rabi al akhir, rabi ath thani, rabi ii, rabi os sani',
    'jumada al ula, jumada al awwal, jumada i, jumada l ula, jamadi ol avval',
    'jumada al akhira, jumada al thani, jumada al thaniyah, jumada ath thaniya, jumada ii, jamadi os sani',
    'rajab',
    'shaban, shabaan, cha ban',
    'ramadan, ramadhan, ramazan, ramzan',
    'shawwal, shavval, chawwal',
    'dhu al qadah, dhu al qidah, dhu l qada, dhul qadah, dhul qada, zu al qadah, zi qadeh, zil qadeh, zulqadah',
    'dhu al hijjah, dhu al hijja, dhu l hijja, dhu l hijjah, dhul hijjah, dhul hijja, zu al hijjah, zi hajjeh, zil hajjeh, zihajjeh, zulhijjah'
  ]
]

/** Every month name as it is usually written, with its calendar and its number from 1. Later calendars never take a name of an earlier one. */
export const MONTH_NAMES: readonly Readonly<{ name: string; calendar: DateCalendar; number: number }>[] = [
  ...listed('gregory', GREGORIAN),
  ...listed('persian', SOLAR_HIJRI),
  ...listed('islamic', HIJRI)
]

function listed(calendar: DateCalendar, lists: readonly Names[]) {
  return lists.flatMap((months) =>
    months.flatMap((names, index) => names.split(', ').map((name) => ({ name, calendar, number: index + 1 })))
  )
}
