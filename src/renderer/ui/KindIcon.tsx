import { Building2, MapPin, User } from 'lucide-react'
import type { ReactNode } from 'react'
import type { NameKind } from '#shared/model/name'

const ICONS = { person: User, organisation: Building2, place: MapPin } as const satisfies Record<NameKind, unknown>

/** What stands before a name to say what it is the name of. */
export function KindIcon({ kind, size = 15 }: Readonly<{ kind: NameKind; size?: number }>): ReactNode {
  const Icon = ICONS[kind]
  return <Icon size={size} aria-hidden />
}
