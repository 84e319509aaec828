import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { FileRow } from '#renderer/ui/FileRow.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { VirtualList } from '#renderer/ui/VirtualList.tsx'
import { hasTrouble } from '#shared/model/document-trouble'
import type { Member } from '#shared/model/family'

/** More than this is drawn only where it is looked at. */
const PLAIN_ROWS = 50
const ROW = 44
const LIST = 360

/** Files inside the document, in their order there; each opens. */
export function Holds({ members, total }: Readonly<{ members: readonly Member[]; total: number }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section aria-labelledby="inspector-holds">
      <SectionHeading id="inspector-holds" actions={<span className="inspector-count tabular">{format.number(total)}</span>}>
        {t('inspector.holds')}
      </SectionHeading>
      {members.length <= PLAIN_ROWS ? (
        <ul className="inspector-files">
          {members.map((member) => (
            <li key={`${member.id}/${member.path}`}>
              <MemberRow member={member} />
            </li>
          ))}
        </ul>
      ) : (
        <VirtualList
          count={members.length}
          estimateSize={ROW}
          keyOf={(index) => `${members[index]?.id ?? index}/${members[index]?.path ?? ''}`}
          container={{ role: 'group', 'aria-labelledby': 'inspector-holds', style: { blockSize: LIST } }}
          renderRow={(index) => {
            const member = members[index]
            return member === undefined ? null : <MemberRow member={member} />
          }}
        />
      )}
      {total > members.length ? (
        <p className="inspector-note">{t('inspector.holdsMore', { shown: members.length, total })}</p>
      ) : null}
    </section>
  )
}

function MemberRow({ member }: Readonly<{ member: Member }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const kind = t(mediaTypeKey(member.mediaType))
  const hasProblem = hasTrouble(member.status)
  const detail = [t(`inspector.member-${member.relation}`), kind, hasProblem ? t(`search.status-${member.status}`) : null]
  return (
    <FileRow
      mediaType={member.mediaType}
      name={nameOf(member)}
      detail={detail.filter((part) => part !== null).join(' · ')}
      hasProblem={hasProblem}
      onOpen={() => actions.openDocument(member.id)}
    />
  )
}

/** The paths of messages and captured pages are names that Sanad or a server gave them. */
function nameOf({ relation, title, path }: Member): string {
  return (relation === 'message' || relation === 'capture') && title !== '' ? title : path
}
