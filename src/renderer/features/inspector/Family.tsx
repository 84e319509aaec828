import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { Conversation } from '#renderer/features/inspector/Conversation.tsx'
import { Holds } from '#renderer/features/inspector/Holds.tsx'
import { FileRow } from '#renderer/ui/FileRow.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { DocumentDetail } from '#shared/model/document'
import type { Holder } from '#shared/model/family'

/** What the document lies in, what lies in it, and the conversation it belongs to. Nothing for a document that stands alone. */
export function Family({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const family = useCommand('document.family', { id: document.id }).data
  if (family === undefined) return null
  return (
    <>
      {family.heldBy.length === 0 ? null : <HeldBy ways={family.heldBy} />}
      {family.holds.length === 0 ? null : <Holds members={family.holds} total={family.holdsTotal} />}
      {family.conversation.length === 0 ? null : <Conversation messages={family.conversation} openId={document.id} />}
    </>
  )
}

function HeldBy({ ways }: Readonly<{ ways: readonly (readonly Holder[])[] }>): ReactNode {
  const { t } = useTranslation()
  const [first, ...others] = ways
  return (
    <section aria-labelledby="inspector-held-by">
      <SectionHeading id="inspector-held-by">{t('inspector.heldBy')}</SectionHeading>
      {first === undefined ? null : <Way way={first} />}
      {others.length === 0 ? null : (
        <Disclosure>
          <Button slot="trigger" className="inspector-more">
            {t('inspector.otherWays', { count: others.length })}
          </Button>
          <DisclosurePanel className="inspector-ways">
            {others.map((way) => (
              <Way key={way.map(({ id, path }) => `${id}/${path}`).join(' ')} way={way} />
            ))}
          </DisclosurePanel>
        </Disclosure>
      )}
    </section>
  )
}

/** From the document outwards: each step is a file that can be opened, the last one a file on disk. */
function Way({ way }: Readonly<{ way: readonly Holder[] }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  return (
    <ol className="inspector-files">
      {way.map((holder) => (
        <li key={holder.id}>
          <FileRow
            mediaType={holder.mediaType}
            name={holder.title === '' ? holder.fileName : holder.title}
            detail={t(`inspector.in-${holder.relation}`, { path: holder.path })}
            onOpen={() => actions.openDocument(holder.id)}
          />
        </li>
      ))}
    </ol>
  )
}
