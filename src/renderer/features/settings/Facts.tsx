import type { ReactNode } from 'react'

/** Names and values in two columns; values can be selected. */
export function Facts({ facts }: Readonly<{ facts: readonly (readonly [name: string, value: string])[] }>): ReactNode {
  return (
    <dl className="settings-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="selectable">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
