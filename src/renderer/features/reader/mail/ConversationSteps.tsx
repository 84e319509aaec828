import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { DocumentSummary } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'

type Props = Readonly<{ messages: readonly DocumentSummary[]; openId: DocumentId }>

/** `‹ message 2 of 5 in this conversation ›`: to the one before and the one after. */
export function ConversationSteps({ messages, openId }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const index = messages.findIndex(({ id }) => id === openId)
  const step = (by: 1 | -1): void => {
    const other = messages[index + by]
    if (other !== undefined) actions.openDocument(other.id)
  }
  return (
    <fieldset className="mail-conversation" aria-label={t('inspector.conversation')}>
      <IconButton label={t('reader.earlierMessage')} isDisabled={index <= 0} onPress={() => step(-1)}>
        <ChevronLeft className="mirror" size={14} aria-hidden />
      </IconButton>
      <span className="tabular">{t('reader.messageOf', { current: index + 1, total: messages.length })}</span>
      <IconButton label={t('reader.laterMessage')} isDisabled={index >= messages.length - 1} onPress={() => step(1)}>
        <ChevronRight className="mirror" size={14} aria-hidden />
      </IconButton>
    </fieldset>
  )
}
