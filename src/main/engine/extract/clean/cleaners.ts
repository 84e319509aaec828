import type { Cleaner } from '#engine/extract/clean/cleaner'
import { isCleanPicture } from '#engine/extract/clean/picture/picture-cleaner'
import { isExcelType, isPowerPointType, isWordType } from '#engine/extract/ooxml/office-types'

const ODF = /^application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation)(?:-template)?$/

type Row = Readonly<{ cleans: (mediaType: string) => boolean; load: () => Promise<Cleaner> }>

/** The one table of types of which there can be a copy without metadata. */
const CLEANERS: readonly Row[] = [
  {
    cleans: isCleanPicture,
    load: async () => (await import('#engine/extract/clean/picture/picture-cleaner')).pictureCleaner
  },
  {
    cleans: (type) => type === 'application/pdf',
    load: async () => {
      const [{ cleanPdf }, { pdfTraces }] = await Promise.all([
        import('#engine/extract/clean/pdf/clean-pdf'),
        import('#engine/extract/clean/pdf/pdf-traces')
      ])
      return { traces: pdfTraces, clean: (source) => cleanPdf(source.bytes()) }
    }
  },
  {
    cleans: (type) => isWordType(type) || isExcelType(type) || isPowerPointType(type),
    load: async () => {
      const [{ cleanOoxml }, { ooxmlTraces }] = await Promise.all([
        import('#engine/extract/clean/office/clean-ooxml'),
        import('#engine/extract/clean/office/ooxml-traces')
      ])
      return { traces: ({ file }) => ooxmlTraces(file), clean: ({ file }) => cleanOoxml(file) }
    }
  },
  {
    cleans: (type) => ODF.test(type),
    load: async () => {
      const [{ cleanOdf }, { odfTraces }] = await Promise.all([
        import('#engine/extract/clean/office/clean-odf'),
        import('#engine/extract/clean/office/odf-traces')
      ])
      return { traces: ({ file }) => odfTraces(file), clean: ({ file }) => cleanOdf(file) }
    }
  }
]

/** The cleaner of a type; undefined where there is none. */
export async function loadCleaner(mediaType: string): Promise<Cleaner | undefined> {
  return await CLEANERS.find(({ cleans }) => cleans(mediaType))?.load()
}
