import { type Format, MiB } from '#engine/extract/format'

/** Rows of the table of formats: files that are there to hold others. */
export const ARCHIVE_FORMATS = {
  zip: {
    label: 'ZIP archive',
    extensions: ['zip'],
    version: 1,
    limitBytes: 1024 * 1024 * MiB,
    covers: {
      text: 'none of its own: its files are documents, opened to three archives deep',
      metadata: 'number of files, comment',
      view: 'as a folder',
      limits: '2 GB or three times its size when opened, 100,000 files, 200:1; locked, linked and overlapping files are listed'
    },
    reads: (type) => type === 'application/zip',
    load: async () => (await import('#engine/extract/formats/zip')).zip
  },
  tar: {
    label: 'TAR archive',
    extensions: ['tar'],
    version: 1,
    limitBytes: 1024 * 1024 * MiB,
    covers: {
      text: 'none of its own: its files are documents, opened to three archives deep',
      metadata: 'number of files',
      view: 'as a folder',
      limits: '2 GB or three times its size when opened, 100,000 files; links and devices are listed'
    },
    reads: (type) => type === 'application/x-tar',
    load: async () => (await import('#engine/extract/formats/tar')).tar
  },
  gzip: {
    label: 'GZIP file',
    extensions: ['gz', 'tgz'],
    version: 1,
    limitBytes: 1024 * 1024 * MiB,
    covers: {
      text: 'none of its own: the file in it, or the files of the TAR archive in it, are documents',
      metadata: 'number of files',
      view: 'as a folder',
      limits: '2 GB or three times its size when opened, 100,000 files; refused beyond 200:1'
    },
    reads: (type) => type === 'application/gzip',
    load: async () => (await import('#engine/extract/formats/gzip')).gzip
  }
} as const satisfies Readonly<Record<string, Format>>
