import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { FileIcon } from '#renderer/ui/FileIcon.tsx'
import { hasTrouble } from '#shared/model/document-trouble'
import type { Member } from '#shared/model/family'

/** With more than these the rest waits behind a button: a message may have hundreds. */
const SHOWN = 8

/** What is attached to a message, as chips that open it. */
export function Attachments({ members }: Readonly<{ members: readonly Member[] }>): ReactNode {
  const { t } = useTranslation()
  const [isUnfolded, setUnfolded] = useState(false)
  const shown = isUnfolded ? members : members.slice(0, SHOWN)
  const rest = members.length - shown.length
  return (
    <ul className="mail-attachments">
      {shown.map((member) => (
        <li key={`${member.id}/${member.path}`}>
          <Attachment member={member} />
        </li>
      ))}
      {rest === 0 ? null : (
        <li>
          <Button className="ui-chip" onPress={() => setUnfolded(true)}>
            {t('reader.moreAttachments', { count: rest })}
          </Button>
        </li>
      )}
    </ul>
  )
}

function Attachment({ member }: Readonly<{ member: Member }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const kind = t(mediaTypeKey(member.mediaType))
  const trouble = hasTrouble(member.status) ? `, ${t(`search.status-${member.status}`)}` : ''
  const name = member.path.split('/').at(-1) ?? member.path
  return (
    <Button
      className="ui-chip mail-attachment"
      aria-label={`${name}, ${kind}${trouble}`}
      data-trouble={trouble === '' ? undefined : true}
      onPress={() => actions.openDocument(member.id)}
    >
      <FileIcon mediaType={member.mediaType} size={13} />
      <span className="truncate" dir="auto">
        {name}
      </span>
    </Button>
  )
}
