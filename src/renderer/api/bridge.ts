import type { SanadBridge } from '#shared/contract'

declare global {
  interface Window {
    /** Put there by the preload; the only way out of this sandbox. Used by `renderer/api` alone. */
    readonly sanad: SanadBridge
  }
}

/** The bridge to the main process. */
export function bridge(): SanadBridge {
  return window.sanad
}
