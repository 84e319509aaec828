import { useCommand } from '#renderer/api/use-command.ts'
import { isWell, type Verification } from '#shared/model/integrity'

/** The newest verification when it found something wrong; null where all is well, and where nothing was verified yet. */
export function useBadVerification(): Verification | null {
  const last = useCommand('integrity.state', {}).data?.last ?? null
  return last === null || isWell(last) ? null : last
}
