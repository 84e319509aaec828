import { type Arguments, UsageError } from '#cli/arguments'
import { asOutput } from '#cli/commands/verify'
import type { Output, PreparedOnFolder } from '#cli/output'
import { repairLine } from '#cli/repair-line'
import { createPool } from '#cli/session'
import type { ArchivePlace } from '#engine/integrity/archive-place'
import { diagnose } from '#engine/integrity/diagnose'
import { type Repair, repairArchive } from '#engine/integrity/repair'
import { verifyFolder } from '#engine/integrity/verify-folder'
import { Work } from '#engine/integrity/work'
import type { Damage, RebuildSource } from '#shared/model/integrity'

/** Without an option: says what is wrong and which ways there are. With one: mends the archive so, and verifies it. */
export function prepareRepair({ operands, isIndex, isRebuild, snapshot }: Arguments): PreparedOnFolder {
  if (operands.length > 0) throw new UsageError('“sanad repair” takes no names.')
  const ways: Repair[] = [
    ...(isIndex ? [{ way: 'index' } as const] : []),
    ...(snapshot === undefined ? [] : [{ way: 'snapshot', day: dayOf(snapshot) } as const]),
    ...(isRebuild ? [{ way: 'rebuild' } as const] : [])
  ]
  if (ways.length > 1) throw new UsageError('“sanad repair” takes one of --index, --snapshot and --rebuild.')
  const [repair] = ways
  return repair === undefined ? tellDamage : (place) => mend(place, repair)
}

/** `sanad restore DAY` is `sanad repair --snapshot DAY`; without a day it lists the snapshots. */
export function prepareRestore({ operands }: Arguments): PreparedOnFolder {
  if (operands.length > 1) throw new UsageError('“sanad restore” takes one day.')
  const [day] = operands
  if (day === undefined) return tellDamage
  const repair = { way: 'snapshot', day: dayOf(day) } as const
  return (place) => mend(place, repair)
}

function dayOf(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new UsageError(`A day is written like 2026-11-26, not “${text}”.`)
  return text
}

async function tellDamage(place: ArchivePlace): Promise<Output> {
  const damage = await diagnose(place, new Work())
  return { json: damage, text: textOf(damage) }
}

function textOf({ what, details, isIndexOnly, snapshots, rebuildFrom, originals }: Damage): string {
  return [
    what,
    ...(details === null ? [] : [`SQLite says: ${details}`]),
    'Ways to mend it (the database as it is now is kept under another name):',
    ...(isIndexOnly ? ['  sanad repair --index            makes the index anew from the texts; nothing is lost'] : []),
    ...snapshots.map(
      ({ day }) => `  sanad repair --snapshot ${day}   puts the database of that day back; what was done since is lost`
    ),
    `  sanad repair --rebuild          reads all ${originals} originals again; ${sourceWords(rebuildFrom)}`
  ].join('\n')
}

function sourceWords(source: RebuildSource): string {
  switch (source.from) {
    case 'database':
      return 'tags, corrections and all else people did is still readable and is kept'
    case 'nothing':
      return 'tags, corrections and file names can not be brought back'
    default:
      return `tags, corrections and all else people did comes from the ${source.from} of ${new Date(source.at).toISOString()}`
  }
}

async function mend(place: ArchivePlace, repair: Repair): Promise<Output> {
  const work = new Work()
  const end = (): void => work.end()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  let pool: ReturnType<typeof createPool> | undefined
  try {
    const extractor = () => {
      pool ??= createPool()
      return pool
    }
    const { documents, adopted, from } = await repairArchive(place, repair, { extractor, work, tell: repairLine() })
    const outcome = asOutput(await verifyFolder(place, { isThorough: true, work: new Work(), onProgress: () => undefined }))
    const text = `${documents} documents${adopted === 0 ? '' : `, ${adopted} of them found again among the originals`}\n${outcome.text}`
    return { ...outcome, json: { documents, adopted, from, verification: outcome.json }, text }
  } finally {
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
    await pool?.close()
  }
}
