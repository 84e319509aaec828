import { decodeText } from '#engine/extract/charset/charset'
import { FORMATS, findFormat } from '#engine/extract/formats'
import type { ExtractAnswer, ExtractJob } from '#engine/extract/job'
import { readBytes, withFile } from '#engine/extract/read-file'
import { HEAD_BYTES, isTextType } from '#engine/extract/recognise/media-type'
import { recogniseFile } from '#engine/extract/recognise/recognise-file'
import { NO_ROOM } from '#engine/extract/room'
import { openSource } from '#engine/extract/source'
import { openSpool } from '#engine/extract/spool'
import type { Block } from '#shared/model/block'
import type { ListReading } from '#shared/model/rollcall'
import { LARGEST_LIST_FILE } from '#shared/rollcall/limits'
import { readList } from '#shared/rollcall/read-list'
import type { ListRecord } from '#shared/rollcall/read-records'
import { readTextList } from '#shared/rollcall/read-text-list'

type Job = Extract<ExtractJob, { task: 'list' }>

/** Formats whose documents are tables of rows. */
const WORKBOOKS: ReadonlySet<string> = new Set(['xlsx', 'xls', 'ods'])

const refused = (message: string): ExtractAnswer => ({ task: 'refused', code: 'not-readable-yet', message })

/** Reads a file as a list of names or queries: plain text, separated values, or one sheet of a workbook. */
export async function readListFile(job: Job): Promise<ExtractAnswer> {
  return await withFile(job.file, async (file) => {
    if (file.size > LARGEST_LIST_FILE)
      return refused(`The file is larger than ${LARGEST_LIST_FILE / 1024 / 1024} MB: that is no list of names.`)
    const head = readBytes(file, 0, HEAD_BYTES)
    const mediaType = await recogniseFile(file, head, job.name)
    const format = findFormat(mediaType)
    const source = openSource(file, head, { name: job.name, mediaType, charset: null, password: null, declared: null })
    if (format !== null && format !== undefined && WORKBOOKS.has(format)) {
      const reader = await FORMATS[format].load()
      const found = await reader.extract(source, openSpool(null, NO_ROOM, []))
      if (found.locked) return refused('The workbook is locked with a password. Save it without one and choose it again.')
      return { task: 'list', list: readWorkbook(found.blocks, job) }
    }
    // What was damaged, or has a byte that no text has, is still a list with some bad lines.
    if (!isTextType(mediaType) && !/\.(?:txt|csv|tsv|tab|text|list|lst)$/i.test(job.name))
      return refused('This is no list: choose plain text (TXT), a table (CSV) or a workbook (XLSX).')
    const { text } = await decodeText(source.bytes(), null, false)
    const isTable = /\.(?:csv|tsv|tab)$/i.test(job.name) || mediaType === 'text/csv' || mediaType === 'text/tab-separated-values'
    return { task: 'list', list: readTextList(text, isTable ? 'table' : 'lines', job.choice, job.mode) }
  })
}

/** Rows of the chosen sheet, or of the first that has any. */
function readWorkbook(blocks: readonly Block[], job: Job): ListReading {
  const sheets = new Map<number, { name: string; rows: ListRecord[] }>()
  for (const block of blocks) {
    const page = block.page ?? 1
    const sheet = sheets.get(page) ?? { name: '', rows: [] }
    sheets.set(page, sheet)
    if (block.kind === 'heading' && sheet.name === '') sheet.name = block.text
    if (block.kind !== 'table-row') continue
    sheet.rows.push({ number: block.row ?? sheet.rows.length + 1, cells: block.text.split('\t'), isBroken: false })
  }
  const withRows = [...sheets].filter(([, { rows }]) => rows.length > 0)
  const [, chosen] = withRows[(job.choice.sheet ?? 1) - 1] ?? withRows[0] ?? [1, { name: '', rows: [] }]
  const sheet = Math.max(1, withRows.findIndex(([, other]) => other === chosen) + 1)
  return {
    sheets: withRows.map(([page, { name }]) => name || String(page)),
    sheet,
    ...readList(chosen.rows, job.choice, job.mode)
  }
}
