import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { EngineClient } from '#main/engine-client'
import type { EventHub } from '#main/event-hub'
import { demandWritable } from '#main/ipc/demand-writable'
import type { MainHandlers } from '#main/ipc/main-handlers'
import type { NativeDialogs } from '#main/native-dialogs'
import { SanadError } from '#shared/errors'
import type { ListChoice, ListPreview, RollCallMode } from '#shared/model/rollcall'
import { listPreview } from '#shared/rollcall/list-preview'

export type RollCallHandlers = Pick<
  MainHandlers,
  'rollcall.choose' | 'rollcall.previewChosen' | 'rollcall.createChosen' | 'rollcall.export'
>

const AS_TOLD: ListChoice = { sheet: null, column: null, header: null }

/** Lists from files and exports to files: the paths stay here, the window holds the id of the one live choice. */
export function rollCallHandlers(
  engine: () => Promise<EngineClient>,
  dialogs: Pick<NativeDialogs, 'chooseList' | 'saveTable'>,
  events: EventHub
): RollCallHandlers {
  let live: Readonly<{ choiceId: string; file: string }> | undefined
  // A choice belongs to the archive that was open when it was made.
  events.on('archive.changed', () => {
    live = undefined
  })
  const fileOf = (choiceId: string): string => {
    if (live?.choiceId !== choiceId) throw new SanadError('choice-expired', 'this choice of a list was replaced by a newer one')
    return live.file
  }
  const preview = async (choiceId: string, file: string, choice: ListChoice, mode: RollCallMode): Promise<ListPreview> => ({
    choiceId,
    ...listPreview(await (await engine()).readList(file, choice, mode), basename(file))
  })
  return {
    'rollcall.choose': async ({ mode }) => {
      const file = await dialogs.chooseList()
      if (file === undefined) return null
      const choiceId = randomUUID()
      const shown = await preview(choiceId, file, AS_TOLD, mode)
      live = { choiceId, file }
      return shown
    },
    'rollcall.previewChosen': ({ choiceId, choice, mode }) => preview(choiceId, fileOf(choiceId), choice, mode),
    'rollcall.createChosen': async ({ choiceId, choice, mode, name }) => {
      await demandWritable(engine)
      const file = fileOf(choiceId)
      const client = await engine()
      const { lines } = await client.readList(file, choice, mode)
      return client.createRollCall({ name, source: basename(file), mode, lines })
    },
    'rollcall.export': async ({ id }) => {
      const client = await engine()
      const rollCall = (await client.call('rollcall.list', {})).find((one) => one.id === id)
      if (rollCall === undefined) throw new SanadError('not-found', `there is no roll-call ${id} in this archive`)
      const file = await dialogs.saveTable(`${fileName(rollCall.name)}.csv`)
      if (file === undefined) return null
      return { name: basename(file), lines: await client.exportRollCall(id, file) }
    }
  }
}

/** A name as part of a file name: what no file system wants is left out. */
function fileName(name: string): string {
  const kept = name
    .replace(/[\u0000-\u001f<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
  return kept.slice(0, 80) || 'roll-call'
}
