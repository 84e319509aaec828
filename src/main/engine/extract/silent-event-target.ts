/**
 * Stands in for linkedom's event target (see `bundling.config.ts`): the nodes of a page that is only read have no listeners, and
 * dispatching to them does nothing.
 */
class SilentEventTarget {
  protected _getParent(): null {
    return null
  }

  addEventListener(): void {}

  removeEventListener(): void {}

  dispatchEvent(): boolean {
    return true
  }
}

export { SilentEventTarget as EventTarget }
