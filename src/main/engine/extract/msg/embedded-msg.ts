import CFB from 'cfb'
import type { CfbEntry } from '#engine/extract/cfb/cfb-directory'
import type { Cfb } from '#engine/extract/cfb/open-cfb'
import { FIXED_FROM } from '#engine/extract/msg/mapi-storage'

const PROPERTIES = '__properties_version1.0'
/** The table of the names of properties; a message has none of its own where it lies in another. */
const NAMES = '__nameid_version1.0'
/** Larger ones, and those of more entries, are not taken out: a file has to be made of them in memory. */
const LARGEST = 200 * 1024 * 1024
const MOST_ENTRIES = 20_000

/** A message that lies in another as an Outlook file of its own; undefined when it is too large for that. */
export function embeddedMsg(cfb: Cfb, storage: CfbEntry): Uint8Array | undefined {
  const names = cfb.root.children.find(({ name }) => name.toLowerCase() === NAMES)
  const streams = [...streamsOf(storage, ''), ...(names ? streamsOf(names, `${NAMES}/`) : [])]
  if (streams.length > MOST_ENTRIES) return undefined
  if (streams.reduce((sum, { entry }) => sum + entry.size, 0) > LARGEST) return undefined
  const container = CFB.utils.cfb_new()
  // The library signs what it makes with a stream of its own.
  CFB.utils.cfb_del(container, '/\u0001Sh33tJ5')
  for (const { path, entry } of streams) {
    const content = cfb.read(entry, LARGEST)
    CFB.utils.cfb_add(container, `/${path}`, path === PROPERTIES ? asOutermost(content) : content, { unsafe: true })
  }
  return Buffer.from(CFB.write(container, { type: 'buffer' }))
}

/** The head of the properties of an outermost message is eight bytes longer. */
function asOutermost(properties: Uint8Array): Uint8Array {
  const { embedded, message } = FIXED_FROM
  return Buffer.concat([properties.subarray(0, embedded), Buffer.alloc(message - embedded), properties.subarray(embedded)])
}

function* streamsOf(storage: CfbEntry, above: string): Generator<{ path: string; entry: CfbEntry }> {
  const open = [{ storage, above }]
  for (let next = open.pop(); next; next = open.pop()) {
    for (const entry of next.storage.children) {
      const path = `${next.above}${entry.name.replaceAll('/', '_')}`
      if (entry.kind === 'stream') yield { path, entry }
      else open.push({ storage: entry, above: `${path}/` })
    }
  }
}
