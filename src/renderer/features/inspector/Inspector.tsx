import '#renderer/features/inspector/inspector.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useAppState } from '#renderer/app/store.ts'
import { Details } from '#renderer/features/inspector/Details.tsx'
import { Family } from '#renderer/features/inspector/Family.tsx'
import { InspectorTags } from '#renderer/features/inspector/InspectorTags.tsx'
import { OcrFacts } from '#renderer/features/inspector/OcrFacts.tsx'
import { Provenance } from '#renderer/features/inspector/Provenance.tsx'
import { StatedFacts } from '#renderer/features/inspector/StatedFacts.tsx'
import type { DocumentId } from '#shared/model/ids'

type Props = Readonly<{
  /** Drawn by the feature that owns name cards. */
  mentions: (id: DocumentId) => ReactNode
  /** What was done to the document, as a row of its provenance. */
  history: (id: DocumentId) => ReactNode
}>

/** Tags, mentions, details, relatives and provenance of the open document. */
export function Inspector({ mentions, history }: Props): ReactNode {
  const { t } = useTranslation()
  const id = useAppState((state) => state.openDocumentId)
  if (id === null) return <p className="inspector-empty">{t('inspector.empty')}</p>
  return <OpenInspector key={id} id={id} mentions={mentions(id)} history={history(id)} />
}

function OpenInspector({
  id,
  mentions,
  history
}: Readonly<{ id: DocumentId; mentions: ReactNode; history: ReactNode }>): ReactNode {
  const document = useCommand('document.get', { id }).data
  if (document === undefined) return null
  return (
    <div className="inspector">
      <InspectorTags document={document} />
      {mentions}
      <Details document={document} />
      <Family document={document} />
      <StatedFacts document={document} />
      <OcrFacts document={document} />
      <Provenance document={document} history={history} />
    </div>
  )
}
