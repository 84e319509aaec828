import '#renderer/features/reader/reader-roles.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockRole } from '#shared/model/block'
import type { PageUnit } from '#shared/model/page-unit'

type Props = Readonly<{ role: BlockRole | null; newPage: number | null; unit: PageUnit; children: ReactNode }>

/** What stands outside the running text (notes, comments, tracked changes …) in a calm frame that says so; and where a page begins. */
export function RoleFrame({ role, newPage, unit, children }: Props): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      {/* A sheet has its name as a heading. */}
      {newPage === null || unit === 'sheet' ? null : (
        <p className="reader-page-mark" data-unit={unit} data-page={newPage}>
          <span>{t(`reader.mark-${unit}`, { number: newPage })}</span>
        </p>
      )}
      {role === null ? (
        children
      ) : (
        <aside className="reader-role" data-role={role} aria-label={t(`reader.role-${role}`)}>
          <span className="reader-role-label" aria-hidden>
            {t(`reader.role-${role}`)}
          </span>
          {children}
        </aside>
      )}
    </>
  )
}
