import { foldWord } from '#shared/text/fold'
import type { FilterField } from '#shared/text/query-node'

/** Everything that can stand before a colon. */
export type QueryField = FilterField | 'title' | 'name' | 'before' | 'after' | 'date' | 'size' | 'pages'

/** Each field by its name, and by what it is called in the languages whose keyboards have no easy way to Latin letters, or near it. */
const NAMES: Readonly<Record<QueryField, string>> = {
  title: 'title titre عنوان',
  tag: 'tag برچسب وسم',
  lang: 'lang language langue زبان لغة',
  type: 'type نوع',
  folder: 'folder dossier پوشه مجلد',
  path: 'path chemin مسیر مسار',
  file: 'file filename fichier فایل ملف',
  has: 'has دارد فيه',
  is: 'is هست هو',
  author: 'author auteur نویسنده مؤلف كاتب',
  publisher: 'publisher éditeur ناشر',
  from: 'from از من',
  to: 'to به إلى',
  name: 'name nom نام اسم',
  before: 'before avant پیش‌از قبل',
  after: 'after après پس‌از بعد',
  date: 'date تاریخ',
  size: 'size taille حجم اندازه',
  pages: 'pages page صفحه صفحات'
}

/** The English name of every field. */
export const QUERY_FIELDS: readonly string[] = Object.keys(NAMES)

const byFold = (names: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(names).flatMap(([name, words]) => words.split(' ').map((word) => [foldWord(word), name] as const)))

const FIELDS = byFold(NAMES)

const isField = (name: string | undefined): name is QueryField => name !== undefined && Object.hasOwn(NAMES, name)

/** The field of this name, however it is written; undefined for all other words. */
export function fieldNamed(word: string): QueryField | undefined {
  const name = FIELDS.get(foldWord(word))
  return isField(name) ? name : undefined
}

/** What `has:` and `is:` know, with other words for it. */
const VALUES: Readonly<Record<'has' | 'is', ReadonlyMap<string, string>>> = {
  has: byFold({
    note: 'note notes یادداشت ملاحظة',
    attachment: 'attachment attachments پیوست مرفق',
    image: 'image images picture pictures تصویر صورة',
    ocr: 'ocr',
    tag: 'tag tags برچسب وسم',
    date: 'date تاریخ',
    text: 'text متن نص'
  }),
  is: byFold({
    unread: 'unread نخوانده',
    read: 'read خوانده مقروء',
    starred: 'starred star ستاره‌دار مميز',
    copy: 'copy copies duplicate رونوشت نسخة',
    locked: 'locked قفل مقفل',
    scan: 'scan scans scanned اسکن'
  })
}

/** The value of `has:` or `is:` as the engine names it; undefined for all other words. */
export const propertyNamed = (field: 'has' | 'is', word: string): string | undefined => VALUES[field].get(foldWord(word))
