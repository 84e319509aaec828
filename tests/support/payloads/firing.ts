/** Which payloads did what they are for, as far as it can be seen from outside: by the console, a question, the canary. */
import type { Page } from '@playwright/test'
import type { Canary } from '#tests/support/payloads/canary'

export type Firing = Readonly<{
  /** Listens to a page and all its frames. */
  watch: (page: Page) => void
  /** Addresses that were asked for or led to in some other way that was seen. */
  noteAddresses: (addresses: readonly string[]) => void
  /** Numbers of the payloads whose script ran. */
  ran: () => ReadonlySet<number>
  /** Numbers of all payloads that were seen to do something. */
  fired: () => ReadonlySet<number>
  /** Grows with everything that is seen. */
  activity: () => number
}>

export function watchFiring(canary: Canary): Firing {
  const ran = new Set<number>()
  const led = new Set<number>()
  let dialogs = 0
  return {
    watch: (page) => {
      page.on('console', (message) => {
        const number = /^ran-(\d+)$/.exec(message.text())?.[1]
        if (number !== undefined) ran.add(Number(number))
      })
      page.on('dialog', (dialog) => {
        dialogs++
        void dialog.dismiss().catch(() => undefined)
      })
    },
    noteAddresses: (addresses) => {
      for (const address of addresses) {
        const number = /\/(?:n|s)\/(\d+)/.exec(address)?.[1]
        if (number !== undefined) led.add(Number(number))
      }
    },
    ran: () => ran,
    fired: () => new Set([...ran, ...led, ...canary.reached()]),
    activity: () => ran.size + led.size + dialogs + canary.connections()
  }
}
