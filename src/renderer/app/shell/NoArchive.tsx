import { Archive } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { NavRow } from '#renderer/ui/NavRow.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { ERROR_CODES, type ErrorCode } from '#shared/errors'
import type { ArchiveState } from '#shared/model/app'

/** What the window shows while no archive is open: why, when the last one could not be opened, and the ways to one. */
export function NoArchive({ state }: Readonly<{ state: ArchiveState }>): ReactNode {
  const { t } = useTranslation()
  const create = useAction('archive.create')
  const open = useAction('archive.open')
  const openRecent = useAction('archive.openRecent')
  const forget = useAction('archive.forgetRecent')
  const missing = state.recents.findIndex((recent) => recent.missing)
  return (
    <main className="no-archive">
      {state.problem === null ? null : (
        <ErrorNotice title={t('shell.archiveProblemTitle')}>{t(`error.${errorCode(state.problem.code)}`)}</ErrorNotice>
      )}
      <EmptyState
        icon={<Archive size={36} strokeWidth={1.4} />}
        title={t('shell.noArchiveTitle')}
        actions={
          <>
            <Button kind="primary" onPress={() => void create({})}>
              {t('library.newArchive')}
            </Button>
            <Button onPress={() => void open({})}>{t('library.openArchive')}</Button>
          </>
        }
      >
        {t('shell.noArchiveDetail')}
      </EmptyState>
      {state.recents.length === 0 ? null : (
        <section className="no-archive-recents">
          <SectionHeading>{t('library.recentArchives')}</SectionHeading>
          <ul>
            {state.recents.map((recent, index) => (
              <li key={recent.directory}>
                <NavRow
                  icon={<Archive size={15} aria-hidden />}
                  name={recent.missing ? t('library.recentMissing', { name: recent.name }) : recent.name}
                  isOn={false}
                  onPress={() => void openRecent({ index })}
                />
              </li>
            ))}
          </ul>
          {missing < 0 ? null : (
            <Button kind="quiet" onPress={() => void forget({ index: missing })}>
              {t('library.forgetRecent')}
            </Button>
          )}
        </section>
      )}
    </main>
  )
}

function errorCode(code: string): ErrorCode {
  return ERROR_CODES.find((known) => known === code) ?? 'internal'
}
