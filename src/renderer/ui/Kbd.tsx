import '#renderer/ui/kbd.css'
import type { ReactNode } from 'react'
import { isMac } from '#renderer/ui/is-mac.ts'
import { keyLabels } from '#renderer/ui/key-labels.ts'

/** A key combination such as `Mod+K`, drawn as keys. Always left to right, as it stands on the keyboard. */
export function Kbd({ keys }: Readonly<{ keys: string }>): ReactNode {
  return (
    <kbd className="ui-kbd" dir="ltr">
      {keyLabels(keys, isMac).join(isMac ? '' : ' ')}
    </kbd>
  )
}
