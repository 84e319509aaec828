import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCopy } from '#renderer/api/use-copy.ts'
import { EditableField } from '#renderer/features/inspector/EditableField.tsx'
import { shortDigest, shortFolders } from '#renderer/features/inspector/short-path.ts'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { DocumentDetail, Sighting } from '#shared/model/document'
import { pageUnitOf } from '#shared/model/page-unit'

/** Where the document comes from, what pins it to its bytes, and what was done to it. */
export function Provenance({ document, history }: Readonly<{ document: DocumentDetail; history: ReactNode }>): ReactNode {
  const { t } = useTranslation()
  const copy = useCopy()
  const { sourceUrl, sha256, sightings, path } = document
  return (
    <section aria-labelledby="inspector-provenance">
      <SectionHeading id="inspector-provenance">{t('inspector.provenance')}</SectionHeading>
      <dl className="inspector-facts">
        <Fact name={t('inspector.original')} title={path}>
          {document.fileName}
        </Fact>
        <Fact
          name={t('inspector.from')}
          title={path}
          trailing={<CopyButton label={t('inspector.copyPath')} onPress={() => void copy(path, t('inspector.pathCopied'))} />}
        >
          {shortFolders(path)}
        </Fact>
        <EditableField
          document={document}
          field="sourceUrl"
          shown={sourceUrl === null ? null : sourceUrl.replace(/^https?:\/\//, '')}
          trailing={
            sourceUrl === null ? null : (
              <CopyButton label={t('inspector.copySource')} onPress={() => void copy(sourceUrl, t('inspector.sourceCopied'))} />
            )
          }
        />
        <Fact
          name={t('inspector.sha256')}
          title={sha256}
          trailing={<CopyButton label={t('inspector.copySha')} onPress={() => void copy(sha256, t('inspector.shaCopied'))} />}
        >
          <code>{shortDigest(sha256)}</code>
        </Fact>
        <FileFacts document={document} />
        {sightings.length > 1 ? <OtherPaths sightings={sightings.filter((sighting) => sighting.path !== path)} /> : null}
        {history}
      </dl>
    </section>
  )
}

function FileFacts({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { charset, charsetChosen, wordCount, importedAt, pageCount } = document
  const imported = { date: format.date(localDay(importedAt)), id: document.importId }
  return (
    <>
      <Fact name={t('inspector.imported')} title={format.moment(importedAt)}>
        {t('inspector.importedIn', imported)}
      </Fact>
      <Fact name={t('inspector.type')} title={document.mediaType}>
        {t(mediaTypeKey(document.mediaType))}
      </Fact>
      {pageCount === null || (pageCount === 1 && /^(?:image|text)\//.test(document.mediaType)) ? null : (
        <Fact name={t(`inspector.count-${pageUnitOf(document.mediaType)}`)}>{format.number(pageCount)}</Fact>
      )}
      <Fact name={t('inspector.size')}>{format.bytes(document.sizeBytes)}</Fact>
      {charset === null ? null : (
        <Fact name={t('inspector.charset')}>{charsetChosen ? t('inspector.charsetChosen', { charset }) : charset}</Fact>
      )}
      {wordCount === 0 ? null : <Fact name={t('inspector.words')}>{format.number(wordCount)}</Fact>}
    </>
  )
}

type FactProps = Readonly<{ name: string; children: ReactNode; title?: string; trailing?: ReactNode }>

function Fact({ name, children, title, trailing }: FactProps): ReactNode {
  return (
    <div className="inspector-row">
      <dt>{name}</dt>
      <dd className="inspector-value">
        <span className="inspector-fact selectable" dir="auto" title={title}>
          {children}
        </span>
        {trailing}
      </dd>
    </div>
  )
}

function CopyButton({ label, onPress }: Readonly<{ label: string; onPress: () => void }>): ReactNode {
  return (
    <IconButton label={label} onPress={onPress}>
      <Copy size={12} aria-hidden />
    </IconButton>
  )
}

function OtherPaths({ sightings }: Readonly<{ sightings: readonly Sighting[] }>): ReactNode {
  const { t } = useTranslation()
  if (sightings.length === 0) return null
  return (
    <div className="inspector-row">
      <dt>{t('inspector.alsoAt')}</dt>
      <dd>
        <Disclosure>
          <Button slot="trigger" className="inspector-more">
            {t('inspector.otherPaths', { count: sightings.length })}
          </Button>
          <DisclosurePanel>
            <ul className="inspector-paths selectable">
              {sightings.map(({ path }) => (
                <li key={path} dir="auto">
                  {path}
                </li>
              ))}
            </ul>
          </DisclosurePanel>
        </Disclosure>
      </dd>
    </div>
  )
}

/** The day of a moment on this computer's calendar, `YYYY-MM-DD`. */
function localDay(at: number): string {
  const moment = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
