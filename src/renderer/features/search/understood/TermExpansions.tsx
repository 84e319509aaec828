import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { type ExpansionGroup, expansionGroups } from '#renderer/features/search/understood/switched-terms.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import type { Expansion, ExpansionSwitches, UnderstoodTerm } from '#shared/model/search'

/** One word of the query and what else is found with it, each to be switched on and off in a panel. */
export function TermExpansions({ term }: Readonly<{ term: UnderstoodTerm }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  // A switch moves at once; the answer says so a moment later.
  const switches = useAppState((state) => state.expansions)
  const isOn = (expansion: Expansion): boolean => switches[expansion.key] ?? expansion.isOn
  const found = term.expansions.filter(isOn)
  const on = found.length
  const label = t('query.expansionsOf', { word: term.text, on, all: term.expansions.length })
  return (
    <Popover
      label={t('query.alsoFoundWith', { word: term.text })}
      trigger={
        <AriaButton className="understood-term" aria-label={label}>
          <span>{term.text}</span>
          {found[0] === undefined ? null : (
            <span className="understood-also" aria-hidden>
              {'+ '}
              <bdi>{found[0].text}</bdi>
              {on === 1 ? null : ` + ${format.number(on - 1)}`}
            </span>
          )}
          <ChevronDown size={11} aria-hidden />
        </AriaButton>
      }
    >
      <Panel term={term} isOn={isOn} />
    </Popover>
  )
}

function Panel({ term, isOn }: Readonly<{ term: UnderstoodTerm; isOn: (expansion: Expansion) => boolean }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const all = (on: boolean): ExpansionSwitches => Object.fromEntries(term.expansions.map(({ key }) => [key, on]))
  return (
    <div className="expansions">
      <p className="expansions-title" dir="auto">
        {t('query.alsoFoundWith', { word: term.text })}
      </p>
      <div className="expansions-groups">
        {expansionGroups(term.expansions).map((group) => (
          <Group key={group.kind} group={group} isOn={isOn} />
        ))}
      </div>
      {term.expansions.length < 3 ? null : (
        <div className="expansions-all">
          <Button kind="quiet" isDisabled={term.expansions.every(isOn)} onPress={() => actions.setExpansions(all(true))}>
            {t('query.allOn')}
          </Button>
          <Button kind="quiet" isDisabled={!term.expansions.some(isOn)} onPress={() => actions.setExpansions(all(false))}>
            {t('query.allOff')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Group({ group, isOn }: Readonly<{ group: ExpansionGroup; isOn: (expansion: Expansion) => boolean }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  return (
    <fieldset className="expansions-group">
      <legend>{t(`query.expansion-${group.kind}`)}</legend>
      {group.expansions.map((expansion) => (
        <Switch
          key={expansion.key}
          isSelected={isOn(expansion)}
          onChange={(on) => actions.setExpansions({ [expansion.key]: on })}
        >
          <span className="expansion-words">
            <bdi>{expansion.text}</bdi>
            {expansion.documents === undefined ? null : (
              <small className="tabular">{t('common.documents', { count: expansion.documents })}</small>
            )}
          </span>
        </Switch>
      ))}
    </fieldset>
  )
}
