import { FileText } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { CustodyDocument, CustodyListed } from '#shared/model/custody'

type Props = Readonly<{ listed: CustodyListed; words: (listed: CustodyListed) => string }>

/** The chosen entry: its sentence whole, its time and hash exactly, and the documents it is about, to open. */
export function EntryDetail({ listed, words }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { entry, seq, at, document } = listed
  const documents = useCommand('custody.documents', { seq }, { enabled: document !== null }).data ?? []
  return (
    <section className="custody-detail" aria-label={t('custody.entry', { seq: format.number(seq) })}>
      <p className="selectable">{words(listed)}</p>
      {entry === null ? null : (
        <dl className="selectable">
          <div>
            <dt>{t('custody.when')}</dt>
            <dd>{t('custody.writtenBy', { moment: format.stated(at), version: entry.program })}</dd>
          </div>
          <div>
            <dt>{t('custody.hash')}</dt>
            <dd>
              <code>{entry.hash}</code>
            </dd>
          </div>
        </dl>
      )}
      {documents.length === 0 ? null : (
        <ul aria-label={t('custody.documentsOf', { count: documents.length })}>
          {documents.map((one) => (
            <DocumentLine key={one.sha256} document={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

function DocumentLine({ document: { id, title, sha256 } }: Readonly<{ document: CustodyDocument }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  if (id === null) {
    return <li className="custody-stranger selectable">{t('custody.notHere', { sha256 })}</li>
  }
  return (
    <li>
      <Button
        className="custody-document"
        onPress={() => {
          actions.closeDialog()
          actions.openDocument(id)
        }}
      >
        <FileText size={14} aria-hidden />
        <span className="truncate" dir="auto">
          {title}
        </span>
      </Button>
    </li>
  )
}
