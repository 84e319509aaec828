import { type Format, MiB } from '#engine/extract/format'

/** Rows of the table of formats: Word, Excel and PowerPoint before 2007. */
export const OLDER_OFFICE_FORMATS = {
  doc: {
    label: 'Word 6 to 2003',
    extensions: ['doc', 'dot'],
    version: 1,
    limitBytes: 256 * MiB,
    covers: {
      text: 'all, with headings, tables, links, headers, notes, comments, text boxes and tracked changes, marked as such',
      metadata: 'title, author, dates, subject, keywords, company',
      view: 'Reader',
      limits: 'pictures and files inside are not taken out; locked ones are listed'
    },
    reads: (type) => type === 'application/msword',
    load: async () => (await import('#engine/extract/formats/doc')).doc
  }
} as const satisfies Readonly<Record<string, Format>>
