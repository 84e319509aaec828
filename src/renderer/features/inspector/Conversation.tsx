import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { FileRow } from '#renderer/ui/FileRow.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { DocumentSummary } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'

type Props = Readonly<{ messages: readonly DocumentSummary[]; openId: DocumentId }>

/** The messages that answer each other, oldest first, with the open one marked. */
export function Conversation({ messages, openId }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const list = useRef<HTMLOListElement>(null)
  // Only this list moves: the inspector around it stays where the person left it.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (list.current && row) list.current.scrollTop = row.offsetTop - (list.current.clientHeight - row.offsetHeight) / 2
  }, [])
  return (
    <section aria-labelledby="inspector-conversation" id="conversation">
      <SectionHeading
        id="inspector-conversation"
        actions={<span className="inspector-count tabular">{format.number(messages.length)}</span>}
      >
        {t('inspector.conversation')}
      </SectionHeading>
      <ol ref={list} className="inspector-files inspector-files--scroll">
        {messages.map((message) => (
          <li key={message.id}>
            <FileRow
              mediaType={message.mediaType}
              name={message.title === '' ? message.fileName : message.title}
              detail={[message.author, message.date === null ? null : format.date(message.date)]
                .filter((part) => part !== null)
                .join(' · ')}
              isCurrent={message.id === openId}
              onOpen={() => actions.openDocument(message.id)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
