// Minutes as an OpenDocument text, in Persian, and a table of letters by month as a spreadsheet.
import { escaped, zip } from './zip.mjs'

const ns = ['office', 'text', 'table', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
  .join(' ')
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

function openDocument(kind, { title, author, date, language }, content) {
  const mediaType = `application/vnd.oasis.opendocument.${kind}`
  const entry = (path, type) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
  return zip([
    ['mimetype', mediaType],
    ['content.xml', `${declaration}<office:document-content ${ns} office:version="1.3">${content}</office:document-content>`],
    [
      'meta.xml',
      `${declaration}<office:document-meta ${ns} office:version="1.3"><office:meta><dc:title>${escaped(title)}</dc:title><meta:initial-creator>${escaped(author)}</meta:initial-creator><meta:creation-date>${date}T09:00:00</meta:creation-date><dc:language>${language}</dc:language></office:meta></office:document-meta>`
    ],
    [
      'META-INF/manifest.xml',
      `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry('/', mediaType)}${entry('content.xml', 'text/xml')}${entry('meta.xml', 'text/xml')}</manifest:manifest>`
    ]
  ])
}

/** Minutes of a meeting of families, in Persian: right to left, with a list and a note. */
export function minutes() {
  const paragraph = (text) => `<text:p text:style-name="rtl">${escaped(text)}</text:p>`
  const list = ['نام‌ها با صدای بلند خوانده شود.', 'نامه شماره ۶۱ به بایگانی سپرده شود.', 'زمین باغ پایین دست‌نخورده بماند.']
    .map((text) => `<text:list-item>${paragraph(text)}</text:list-item>`)
    .join('')
  const note =
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>به نامه ۱۹ آذر ۱۳۹۹ نگاه کنید.</text:p></text:note-body></text:note>'
  return openDocument(
    'text',
    { title: 'صورت‌جلسه نشست خانواده‌ها', author: 'کانون یاد (نمونه)', date: '2021-02-04', language: 'fa' },
    `<office:automatic-styles><style:style style:name="rtl" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/></style:style></office:automatic-styles><office:body><office:text><text:h text:outline-level="1">صورت‌جلسه نشست خانواده‌ها</text:h>${paragraph('پنجشنبه ۱۶ بهمن ۱۳۹۹، مهراب. بیست و شش نفر آمدند.')}<text:p text:style-name="rtl">خانواده‌های زندانیان نهرین خواستند که پرسش‌هایشان یک بار دیگر نوشته شود${note}.</text:p><text:h text:outline-level="2">قرارها</text:h><text:list>${list}</text:list>${paragraph('سند نمونه، برای آرشیو نمونه سند نوشته شده است. اشخاص و جاها و رویدادهای آن ساختگی است.')}</office:text></office:body>`
  )
}

const months = [
  ['Mois', 'Lettres', 'Remarque'],
  ['mars 1988', 14, ''],
  ['avril 1988', 11, 'deux lettres sans numéro'],
  ['mai 1988', 12, ''],
  ['juin 1988', 9, ''],
  ['juillet 1988', 3, 'la dernière porte le numéro 61'],
  ['août 1988', 0, 'plus aucune visite']
]

/** Letters that arrived, month by month, counted in French. */
export function lettersByMonth() {
  const cell = (value) =>
    typeof value === 'number'
      ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
      : `<table:table-cell office:value-type="string"><text:p>${escaped(value)}</text:p></table:table-cell>`
  const rows = months.map((cells) => `<table:table-row>${cells.map(cell).join('')}</table:table-row>`).join('')
  return openDocument(
    'spreadsheet',
    { title: 'Lettres reçues, 1988 (exemple)', author: 'Comité Mémoire et Vérité (exemple)', date: '2022-11-25', language: 'fr' },
    `<office:body><office:spreadsheet><table:table table:name="1988">${rows}</table:table></office:spreadsheet></office:body>`
  )
}

/** The same months for programs that know no office files. */
export const lettersAsCsv = () =>
  `${months.map((cells) => cells.map((cell) => (/[";]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(';')).join('\r\n')}\r\n`
