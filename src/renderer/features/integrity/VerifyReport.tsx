import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Verdict } from '#renderer/ui/Verdict.tsx'
import type { DocumentId } from '#shared/model/ids'
import { isWell, type OriginalTrouble, type ReportedOriginal, type VerificationReport } from '#shared/model/integrity'

const TROUBLES: readonly OriginalTrouble[] = ['changed', 'missing', 'unreadable', 'not-a-file']

/** Everything a verification found, each kind with its next step. */
export function VerifyReport({ report }: Readonly<{ report: VerificationReport }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const { ok, database, log } = report
  const isGood = isWell(report)
  return (
    <div className="verify-report">
      <Verdict isWell={isGood}>
        {isGood ? t('integrity.endedGood') : t('integrity.reportBad', { found: format.list(foundIn(report, t)) })}
        <small>{t('integrity.reportWhen', { when: format.moment(report.endedAt) })}</small>
      </Verdict>
      <dl className="verify-facts">
        <Fact name={t('integrity.reportOriginals')}>{t('integrity.reportGood', { count: ok })}</Fact>
        <Fact name={t('integrity.reportDatabase')} next={database === 'ok' ? undefined : t('integrity.databaseNext')}>
          {database === 'ok' ? t('integrity.inOrder') : database}
        </Fact>
        <Fact name={t('integrity.reportLog')} next={log === 'ok' ? undefined : t('integrity.logNext')}>
          {log === 'ok' ? t('integrity.inOrder') : log}
        </Fact>
      </dl>
      {TROUBLES.map((trouble) => (
        <Troubles
          key={trouble}
          trouble={trouble}
          originals={report.originals.filter((original) => original.trouble === trouble)}
          total={totalOf(report, trouble)}
        />
      ))}
      <Extra report={report} />
    </div>
  )
}

/** `2 originals changed`, `1 missing`: what is wrong, in a word each. */
function foundIn(report: VerificationReport, t: TFunction): string[] {
  const originals = TROUBLES.flatMap((trouble) => {
    const count = totalOf(report, trouble)
    return count === 0 ? [] : [t(`integrity.found-${trouble}`, { count })]
  })
  const database = report.database === 'ok' ? [] : [t('integrity.found-database')]
  const log = report.log === 'ok' ? [] : [t('integrity.found-log')]
  return [...originals, ...database, ...log]
}

/** All that are missing are counted apart; of the other kinds only those that are listed. */
function totalOf({ originals, missing }: VerificationReport, trouble: OriginalTrouble): number {
  return trouble === 'missing' ? missing : originals.filter((original) => original.trouble === trouble).length
}

function Fact({ name, next, children }: Readonly<{ name: string; next?: string | undefined; children: ReactNode }>): ReactNode {
  return (
    <div data-wrong={next !== undefined}>
      <dt>{name}</dt>
      <dd>
        {children}
        {next === undefined ? null : <p className="verify-next">{next}</p>}
      </dd>
    </div>
  )
}

function Troubles({
  trouble,
  originals,
  total
}: Readonly<{ trouble: OriginalTrouble; originals: readonly ReportedOriginal[]; total: number }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  if (originals.length === 0) return null
  return (
    <section>
      <h3>{`${t(`integrity.trouble-${trouble}`)} · ${format.number(total)}`}</h3>
      <p className="verify-next">{t(`integrity.next-${trouble}`)}</p>
      <ul>
        {originals.map((original) => (
          <Original key={original.sha256} original={original} />
        ))}
      </ul>
      {total > originals.length ? <p>{t('integrity.more', { count: total - originals.length })}</p> : null}
    </section>
  )
}

function Original({ original: { sha256, trouble, file, documents } }: Readonly<{ original: ReportedOriginal }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const open = (id: number): void => {
    actions.closeDialog()
    actions.openDocument(id as DocumentId)
  }
  return (
    <li>
      {documents.length === 0 ? <span>{t('integrity.noDocument')}</span> : null}
      {documents.map(({ id, title, path }) => (
        <div key={id} className="verify-document">
          <Button kind="quiet" onPress={() => open(id)}>
            <span className="truncate" dir="auto">
              {title}
            </span>
          </Button>
          {path === null ? null : (
            <small className="truncate" dir="auto">
              {path}
            </small>
          )}
        </div>
      ))}
      <code dir="ltr">{sha256}</code>
      {trouble === 'missing' ? null : (
        <small className="verify-place">
          {t('integrity.fileInFolder')}{' '}
          <code className="selectable" dir="ltr">
            {file}
          </code>
        </small>
      )}
    </li>
  )
}

function Extra({ report: { extra, extraFiles } }: Readonly<{ report: VerificationReport }>): ReactNode {
  const { t } = useTranslation()
  if (extra === 0) return null
  return (
    <section>
      <h3>{t('integrity.extraTitle', { count: extra })}</h3>
      <p className="verify-next">{t('integrity.extraNext', { count: extra })}</p>
      <ul>
        {extraFiles.map(({ path, what }) => (
          <li key={path} className="verify-extra">
            <code dir="ltr">{path}</code>
            <small>{t(`integrity.extra-${what}`)}</small>
          </li>
        ))}
      </ul>
      {extra > extraFiles.length ? <p>{t('integrity.more', { count: extra - extraFiles.length })}</p> : null}
    </section>
  )
}
