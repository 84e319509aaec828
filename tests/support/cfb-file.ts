/** Compound files (MS-CFB), for tests. */
import CFB from 'cfb'

/** `path` with `/` between storages. */
export type CfbStream = Readonly<{ path: string; content: Uint8Array | string }>

/** A compound file with these streams. */
export function cfbFile(streams: readonly CfbStream[]): Buffer {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_del(container, '/\u0001Sh33tJ5')
  for (const { path, content } of streams) CFB.utils.cfb_add(container, `/${path}`, Buffer.from(content), { unsafe: true })
  return Buffer.from(CFB.write(container, { type: 'buffer' }))
}
