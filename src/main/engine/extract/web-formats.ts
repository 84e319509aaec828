import { type Format, MiB } from '#engine/extract/format'

/** Rows of the table of formats: pages saved with what they show, and archives of pages. */
export const WEB_FORMATS = {
  mhtml: {
    label: 'Saved page in one file (MHTML)',
    extensions: ['mhtml', 'mht'],
    version: 1,
    limitBytes: 256 * MiB,
    covers: {
      text: 'as of an HTML page, with the text of its frames',
      metadata: 'as of an HTML page, with address and time of saving',
      view: 'Reader; Original with its own pictures and styles',
      limits: '5,000 parts; the page itself as an HTML page; frames are read, not shown in place'
    },
    reads: (type) => type === 'multipart/related',
    load: async () => (await import('#engine/extract/formats/mhtml')).mhtml
  },
  webarchive: {
    label: 'Page saved by Safari',
    extensions: ['webarchive'],
    version: 1,
    limitBytes: 256 * MiB,
    covers: {
      text: 'as of an HTML page, with the text of its frames',
      metadata: 'as of an HTML page, with its address',
      view: 'Reader; Original with its own pictures and styles',
      limits: '200,000 values; the page itself as an HTML page; frames are read, not shown in place'
    },
    reads: (type) => type === 'application/x-webarchive',
    load: async () => (await import('#engine/extract/formats/webarchive')).webarchive
  },
  warc: {
    label: 'Web archive (WARC, ARC)',
    extensions: ['warc', 'arc'],
    version: 1,
    limitBytes: 1024 * 1024 * MiB,
    covers: {
      text: 'none of its own: its pages, and the files they link to, are documents',
      metadata: 'address and time of each capture, the answer of the server where it is not 200; program, counts',
      view: 'as a folder; each page in Reader and Original with the pictures and styles captured with it',
      limits:
        '2 GB or three times its size when opened, 100,000 files; scripts, fonts and answers in parts are counted, not kept apart'
    },
    reads: (type) => type === 'application/warc' || type === 'application/x-internet-archive',
    load: async () => (await import('#engine/extract/formats/warc')).warc
  },
  wacz: {
    label: 'Packed web archive (WACZ)',
    extensions: ['wacz'],
    version: 1,
    limitBytes: 1024 * 1024 * MiB,
    covers: {
      text: 'none of its own: its pages, and the files they link to, are documents, named by their titles in the list of pages',
      metadata: 'as of a WARC file, with title and description of the package',
      view: 'as a folder; each page in Reader and Original with the pictures and styles captured with it',
      limits: 'as of a WARC file'
    },
    reads: (type) => type === 'application/wacz',
    load: async () => (await import('#engine/extract/formats/wacz')).wacz
  }
} as const satisfies Readonly<Record<string, Format>>
