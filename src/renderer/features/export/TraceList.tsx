import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TRACE_KINDS, type Trace } from '#shared/model/copy'

const SHOWN = 3

/** Traces by what they tell of, the most telling first, each with some of its values. */
export function TraceList({ traces }: Readonly<{ traces: readonly Trace[] }>): ReactNode {
  const { t } = useTranslation()
  return (
    <dl className="copies-traces">
      {TRACE_KINDS.map((kind) => ({ kind, values: valuesOf(traces.filter((trace) => trace.kind === kind)) }))
        .filter(({ values }) => values.length > 0)
        .map(({ kind, values }) => (
          <div key={kind}>
            <dt>{t(`copies.trace-${kind}`)}</dt>
            <dd>
              {values.slice(0, SHOWN).map((value, at) => (
                <span key={value}>
                  {at === 0 ? null : ', '}
                  <bdi>{value}</bdi>
                </span>
              ))}
              {values.length > SHOWN ? ` ${t('copies.more', { count: values.length - SHOWN })}` : null}
            </dd>
          </div>
        ))}
    </dl>
  )
}

/** Each value once; where there is none, the name that the format has for it. */
const valuesOf = (traces: readonly Trace[]): string[] => [...new Set(traces.map(({ name, value }) => value ?? name))]
