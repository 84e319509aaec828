import { type Format, MiB } from '#engine/extract/format'

/** Rows of the table of formats: Word, Excel and PowerPoint before 2007. */
export const OLDER_OFFICE_FORMATS = {
  doc: {
    label: 'Word 6 to 2003',
    extensions: ['doc', 'dot'],
    version: 1,
    limitBytes: 256 * MiB,
    covers: {
      text: 'all: headings, tables, links, notes, comments, tracked changes, headers and footers, text boxes',
      metadata: 'title, author, dates, subject, keywords, company',
      view: 'Reader',
      limits: 'pictures and files inside are not taken out; locked ones are listed'
    },
    reads: (type) => type === 'application/msword',
    load: async () => (await import('#engine/extract/formats/doc')).doc
  },
  xls: {
    label: 'Excel 5 to 2003',
    extensions: ['xls', 'xlt'],
    version: 1,
    limitBytes: 256 * MiB,
    covers: {
      text: 'all cells as they are shown, sheet by sheet, hidden ones too; comments, text boxes, headers and footers',
      metadata: 'title, author, dates, subject, keywords, names of sheets',
      view: 'table of each sheet',
      limits: '4 million cells; charts are not drawn; locked ones are listed'
    },
    reads: (type) => type === 'application/vnd.ms-excel',
    load: async () => (await import('#engine/extract/formats/xls')).xls
  },
  ppt: {
    label: 'PowerPoint 97 to 2003',
    extensions: ['ppt', 'pps', 'pot'],
    version: 1,
    limitBytes: 512 * MiB,
    covers: {
      text: 'all, slide by slide, with comments and speaker notes',
      metadata: 'title, author, dates, subject, keywords',
      view: 'Reader, slide by slide',
      limits: 'pictures are not taken out; locked ones are listed'
    },
    reads: (type) => type === 'application/vnd.ms-powerpoint',
    load: async () => (await import('#engine/extract/formats/ppt')).ppt
  }
} as const satisfies Readonly<Record<string, Format>>
