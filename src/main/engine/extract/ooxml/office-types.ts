const OPEN = 'application/vnd.openxmlformats-officedocument.'

/** Whether this is the type of a Word file since 2007: document or template, with macros or without. */
export function isWordType(mediaType: string): boolean {
  return mediaType.startsWith(`${OPEN}wordprocessingml.`) || /^application\/vnd\.ms-word\..+macroenabled/i.test(mediaType)
}

/** Whether this is the type of a PowerPoint file since 2007: presentation, show or template, with macros or without. */
export function isPowerPointType(mediaType: string): boolean {
  return mediaType.startsWith(`${OPEN}presentationml.`) || /^application\/vnd\.ms-powerpoint\..+macroenabled/i.test(mediaType)
}

/** Whether this is the type of an Excel file since 2007 that is written in XML: workbook or template, with macros or without. */
export function isExcelType(mediaType: string): boolean {
  return (
    mediaType.startsWith(`${OPEN}spreadsheetml.`) ||
    /^application\/vnd\.ms-excel\.(?:sheet|template|addin)\.macroenabled/i.test(mediaType)
  )
}
