import { indexText } from '#shared/text/index-text'

/** What people call columns of lists of people and places; those of a name first in their row. */
const NAME_WORDS = [
  'name',
  'names',
  'full name',
  'fullname',
  'person',
  'victim',
  'nom',
  'nom complet',
  'nombre',
  'nombre completo',
  'vollname',
  'nome',
  'имя',
  'фио',
  'ad soyad',
  'نام',
  'نام کامل',
  'نام و نام خانوادگی',
  'اسم',
  'الاسم',
  'الاسم الكامل',
  'query',
  'queries',
  'search',
  'place',
  'organisation',
  'organization'
]
const OTHER_WORDS = [
  'no',
  'nr',
  'id',
  'number',
  'row',
  'date',
  'age',
  'sex',
  'gender',
  'city',
  'country',
  'notes',
  'note',
  'source',
  'first name',
  'last name',
  'given name',
  'family name',
  'surname',
  'prénom',
  'nom de famille',
  'date of birth',
  'apellido',
  'apellidos',
  'nachname',
  'vorname',
  'фамилия',
  'ردیف',
  'شماره',
  'تاریخ',
  'سن',
  'شهر',
  'نام خانوادگی',
  'توضیحات',
  'رقم',
  'التاريخ',
  'العمر',
  'المدينة',
  'ملاحظات',
  'اسم العائلة'
]

const NAMES: ReadonlySet<string> = new Set(NAME_WORDS.map(indexText))
const ALL: ReadonlySet<string> = new Set([...NAMES, ...OTHER_WORDS.map(indexText)])

/** Whether a cell calls its column one of names or queries. */
export const isNameHeading = (cell: string): boolean => NAMES.has(indexText(cell))

/** Whether a record names columns: one of its cells is what people call a column, and none is a number. */
export function isHeading(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.length < 60 && ALL.has(indexText(cell))) && !cells.some((cell) => /^\s*\d+\s*$/.test(cell))
}
