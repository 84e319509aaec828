import { Check, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RemainsList } from '#renderer/features/export/RemainsList.tsx'
import { TraceList } from '#renderer/features/export/TraceList.tsx'
import { isolated } from '#renderer/i18n/isolated.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { type SavedCopies, type SavedCopy, UNCLEAN_REASONS, type UnsavedCopy } from '#shared/model/copy'

/** What was written, its hashes, and what reading it again has shown. */
export function SavedCopiesPanel({ saved }: Readonly<{ saved: SavedCopies }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { copies, refused, lists } = saved
  const [first] = copies
  const isOne = copies.length === 1 && first !== undefined
  return (
    <div className="copies">
      {isOne ? <OneCopy copy={first} /> : copies.length > 1 ? <ManyCopies copies={copies} /> : null}
      {lists.length === 0 ? null : <p>{t('copies.lists', { names: format.list(lists.map(isolated)) })}</p>}
      {refused.length === 0 ? null : <Refused refused={refused} />}
    </div>
  )
}

function OneCopy({ copy }: Readonly<{ copy: SavedCopy }>): ReactNode {
  const { t } = useTranslation()
  const { name, sha256, kind, left, remains } = copy
  return (
    <>
      <dl className="copies-facts">
        <div>
          <dt>{t('copies.file')}</dt>
          <dd>
            <bdi>{name}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('copies.hash')}</dt>
          <dd>
            <code dir="ltr">{sha256}</code>
          </dd>
        </div>
      </dl>
      <Sign isGood>{t(kind === 'exact' ? 'copies.verifiedExact' : 'copies.verified')}</Sign>
      {kind === 'clean' ? <Proof copies={[copy]} /> : null}
      {kind === 'clean' && left.length === 0 ? (
        <section>
          <h3>{t('copies.remainsTitle')}</h3>
          <RemainsList remains={remains} />
        </section>
      ) : null}
    </>
  )
}

function ManyCopies({ copies }: Readonly<{ copies: readonly SavedCopy[] }>): ReactNode {
  const { t } = useTranslation()
  const isExact = copies[0]?.kind === 'exact'
  return (
    <>
      <Sign isGood>{t(isExact ? 'copies.verifiedExact' : 'copies.verified')}</Sign>
      {copies[0]?.kind === 'clean' ? <Proof copies={copies} /> : null}
      <ul className="copies-files">
        {copies.slice(0, 200).map(({ id, name, sha256 }) => (
          <li key={id}>
            <bdi>{name}</bdi> <code dir="ltr">{sha256.slice(0, 16)}…</code>
          </li>
        ))}
      </ul>
    </>
  )
}

function Proof({ copies }: Readonly<{ copies: readonly SavedCopy[] }>): ReactNode {
  const { t } = useTranslation()
  const left = copies.flatMap((copy) => copy.left)
  return left.length === 0 ? (
    <Sign isGood>{t('copies.proved')}</Sign>
  ) : (
    <>
      <Sign isGood={false}>{t('copies.left')}</Sign>
      <TraceList traces={left} />
    </>
  )
}

function Sign({ isGood, children }: Readonly<{ isGood: boolean; children: ReactNode }>): ReactNode {
  return (
    <p className="copies-sign" data-good={isGood || undefined}>
      {isGood ? <Check size={15} aria-hidden /> : <TriangleAlert size={15} aria-hidden />}
      <bdi>{children}</bdi>
    </p>
  )
}

/** How many were left out for each reason. */
function Refused({ refused }: Readonly<{ refused: readonly UnsavedCopy[] }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const reasons = [...new Set(refused.map(({ reason }) => reason))]
  const words = (reason: UnsavedCopy['reason']): string => {
    const known = [...UNCLEAN_REASONS, 'no-text' as const].find((one) => one === reason)
    return t(`copies.reason-${known ?? 'error'}`)
  }
  return (
    <section>
      <h3>{t('copies.refused', { count: refused.length })}</h3>
      <ul className="copies-remains">
        {reasons.map((reason) => (
          <li key={reason}>
            {words(reason)} {`(${format.number(refused.filter((one) => one.reason === reason).length)})`}
          </li>
        ))}
      </ul>
    </section>
  )
}
