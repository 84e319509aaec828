import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { MarkedPassage } from '#renderer/features/rollcall/MarkedPassage.tsx'
import { useOpenLine } from '#renderer/features/rollcall/use-open-line.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { RollCall, RollCallLine } from '#shared/model/rollcall'

/** Documents that are listed with a line; the search has them all. */
const MOST_DOCUMENTS = 5

type Props = Readonly<{ rollCall: RollCall; line: RollCallLine }>

/** The chosen line: by which spellings it was found and where, or what stands in the archive and is spelled nearly like it. */
export function LineDetail({ rollCall, line }: Readonly<{ rollCall: RollCall; line: RollCallLine | undefined }>): ReactNode {
  const { t } = useTranslation()
  const { search } = useOpenLine()
  if (line === undefined) {
    return (
      <aside className="rollcall-detail">
        <p className="rollcall-quiet">{t('rollcall.pickLine')}</p>
      </aside>
    )
  }
  const { number, text, problem, documents, query } = line
  return (
    <aside className="rollcall-detail" aria-label={t('rollcall.line', { number })}>
      <p className="rollcall-quiet tabular">{t('rollcall.line', { number })}</p>
      <h2 dir="auto">{text}</h2>
      {problem === null ? null : <p>{t(`rollcall.problem-${problem}`)}</p>}
      {documents === null ? null : documents > 0 ? (
        <>
          <Spellings line={line} />
          <Documents rollCall={rollCall} line={line} />
        </>
      ) : (
        <Nearest rollCall={rollCall} line={line} />
      )}
      {query === '' ? null : (
        <Button onPress={() => search(query)}>
          <Search size={14} aria-hidden />
          {t('rollcall.showAll')}
        </Button>
      )}
    </aside>
  )
}

function Spellings({ line }: Readonly<{ line: RollCallLine }>): ReactNode {
  const { t } = useTranslation()
  if (line.spellings.length === 0) return null
  return (
    <section>
      <h3>{t('rollcall.spellings')}</h3>
      <ul>
        {line.spellings.map(({ text, documents, hits }) => (
          <li key={text}>
            <bdi>
              {t('rollcall.spelling', {
                text,
                documents: t('common.documents', { count: documents }),
                hits: hits === null ? t('rollcall.hitsMany') : t('rollcall.hits', { count: hits })
              })}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Documents({ rollCall, line }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { open } = useOpenLine()
  const asked = { id: rollCall.id, positions: [line.position], limit: MOST_DOCUMENTS }
  const found = useCommand('rollcall.passages', asked).data?.[0]?.documents ?? []
  return (
    <section>
      <h3>{t('rollcall.documents')}</h3>
      <ul className="rollcall-documents">
        {found.map((document) => (
          <li key={document.id}>
            <AriaButton className="rollcall-document" onPress={() => open(line.query, document)}>
              <strong dir="auto">{document.title}</strong>
              {document.date === null ? null : <small>{format.date(document.date)}</small>}
              <MarkedPassage document={document} />
            </AriaButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Nearest({ rollCall, line }: Props): ReactNode {
  const { t } = useTranslation()
  const { search } = useOpenLine()
  const answer = useCommand('rollcall.nearest', { id: rollCall.id, positions: [line.position] }).data
  if (answer === undefined) return null
  const nearest = answer[0]?.nearest ?? []
  return (
    <section>
      <h3>{t('rollcall.nearest')}</h3>
      {nearest.length === 0 ? <p>{t('rollcall.nearNone')}</p> : null}
      <ul className="rollcall-documents">
        {nearest.map(({ text, query, documents, kind }) => (
          <li key={query}>
            <AriaButton className="rollcall-document" onPress={() => search(query)}>
              <strong dir="auto">{text}</strong>
              <small dir="auto">
                {t('common.documents', { count: documents })} · {t(`rollcall.near-${kind}`)}
              </small>
            </AriaButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
