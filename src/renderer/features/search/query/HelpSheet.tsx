import '#renderer/features/search/query/query.css'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { NO_FILTER } from '#renderer/app/state.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { ExampleId, SearchExample } from '#shared/model/query-help'

/** What can be asked, each by an example from this archive that can be pressed. Opens when the state says so. */
export function HelpSheet(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const isOpen = useAppState((state) => state.dialog?.kind === 'search-help')
  return (
    <Dialog
      isOpen={isOpen}
      onClose={actions.closeDialog}
      title={t('query.helpTitle')}
      closeLabel={t('common.close')}
      width="wide"
    >
      {isOpen ? <Sheet /> : null}
    </Dialog>
  )
}

const GROUPS = {
  words: ['words', 'forms', 'phrase', 'any', 'not', 'group'],
  spelling: ['prefix', 'wildcard', 'fuzzy', 'near', 'name'],
  when: ['year', 'season', 'persian-date', 'hijri-date', 'range', 'before'],
  about: ['title', 'author', 'publisher', 'from', 'to', 'tag', 'folder', 'path', 'language', 'type', 'regex'],
  properties: ['has', 'is', 'size', 'pages']
} as const satisfies Record<string, readonly ExampleId[]>

function Sheet(): ReactNode {
  const { t } = useTranslation()
  const { data, error } = useCommand('search.examples', {})
  if (error !== null) return <ErrorNotice title={t('query.helpFailed')}>{t(`error.${error.code}`)}</ErrorNotice>
  if (data === undefined) return <Spinner label={t('common.loading')} />
  const examples = new Map(data.map((example) => [example.id, example]))
  const isOwn = data.some((example) => example.documents !== null)
  return (
    <div className="query-help">
      <p className="query-help-detail">{t(isOwn ? 'query.helpOwn' : 'query.helpGeneral')}</p>
      <div className="query-help-groups">
        {(['words', 'spelling', 'when', 'about', 'properties'] as const).map((group) => (
          <section key={group} className="query-help-group">
            <SectionHeading>{t(`query.help-${group}`)}</SectionHeading>
            <ul>
              {GROUPS[group].map((id) => {
                const example = examples.get(id)
                return example === undefined ? null : <ExampleRow key={id} example={example} />
              })}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

function ExampleRow({ example }: Readonly<{ example: SearchExample }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const run = (): void => {
    actions.closeDialog()
    actions.showSearch({ query: example.query, filter: NO_FILTER, expansions: {}, sort: null })
  }
  return (
    <li>
      <Button className="query-help-row" onPress={run}>
        <code>
          <bdi>{example.query}</bdi>
        </code>
        <small className="tabular">
          {example.documents === null ? t('query.helpNone') : t('common.documents', { count: example.documents })}
        </small>
        <span>{t(`query.example-${example.id}`)}</span>
      </Button>
    </li>
  )
}
