import type { ReactNode } from 'react'

/** The panes of the window. */
export function Shell(): ReactNode {
  return <main />
}
