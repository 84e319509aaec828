import { useCallback } from 'react'
import { useActions } from '#renderer/app/store.ts'
import type { RollCallId } from '#shared/model/ids'

/** Shows one roll-call from its beginning. */
export function useOpenRollCall(): (id: RollCallId) => void {
  const actions = useActions()
  return useCallback(
    (id) => actions.lookAtRollCall({ screen: 'one', id, tab: 'all', freshOnly: false, text: '', sort: 'number', row: null }),
    [actions]
  )
}
