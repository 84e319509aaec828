import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { SpellingSwitch } from '#renderer/features/names/SpellingSwitch.tsx'
import { spellingsByScript } from '#renderer/features/names/spellings-by-script.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { NameId } from '#shared/model/ids'
import type { NameCard } from '#shared/model/name'

/** All spellings of a card as switches, by script, with what is proposed below. A proposal is used once somebody switches it on. */
export function CardSpellings({ card }: Readonly<{ card: NameCard }>): ReactNode {
  const { t } = useTranslation()
  const turn = useAction('names.switchSpelling')
  const remove = useAction('names.removeSpelling')
  const undo = useAction('names.undo')
  const onRemove = async (key: string, text: string): Promise<void> => {
    const done = await remove({ id: card.id, key })
    if (done !== undefined) showDone(t('names.removedSpelling', { text }), () => void undo({ undoId: done.undoId }))
  }
  return (
    <section className="card-part" aria-labelledby="card-spellings">
      <h3 id="card-spellings">{t('names.spellings')}</h3>
      {spellingsByScript(card.spellings).map(({ script, spellings }) => (
        <div key={script} className="spelling-group">
          <h4>{t(`names.script-${script}`)}</h4>
          <ul>
            {spellings.map(({ key, text, isOn, documents }) => (
              <SpellingSwitch
                key={key}
                text={text}
                isOn={isOn}
                count={t('names.inDocuments', { count: documents })}
                onChange={(on) => void turn({ id: card.id, key, isOn: on })}
                {...(card.spellings.length === 1
                  ? {}
                  : {
                      remove: {
                        label: t('names.removeSpelling', { text }),
                        onPress: () => void onRemove(key, text)
                      }
                    })}
              />
            ))}
          </ul>
        </div>
      ))}
      <AddSpelling id={card.id} />
      <Proposals id={card.id} />
    </section>
  )
}

function AddSpelling({ id }: Readonly<{ id: NameId }>): ReactNode {
  const { t } = useTranslation()
  const add = useAction('names.addSpellings')
  const [text, setText] = useState('')
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '') return
    if ((await add({ id, spellings: [{ text: text.trim(), origin: 'typed' }] })) !== undefined) setText('')
  }
  return (
    <form className="spelling-add" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('names.addSpelling')}
        hideLabel
        value={text}
        onChange={setText}
        placeholder={t('names.spellingPlaceholder')}
      />
      <Button type="submit" isDisabled={text.trim() === ''}>
        {t('names.addSpelling')}
      </Button>
    </form>
  )
}

function Proposals({ id }: Readonly<{ id: NameId }>): ReactNode {
  const { t } = useTranslation()
  const add = useAction('names.addSpellings')
  const proposals = useCommand('names.propose', { of: 'card', id }, { keepPrevious: true }).data
  return (
    <div className="spelling-proposals">
      <h4>{t('names.proposed')}</h4>
      {proposals === undefined ? <p className="card-quiet">{t('names.proposing')}</p> : null}
      {proposals?.length === 0 ? <p className="card-quiet">{t('names.noProposals')}</p> : null}
      <ul>
        {proposals?.map(({ key, text, origin, documents }) => (
          <SpellingSwitch
            key={key}
            text={text}
            isOn={false}
            count={documents === 0 ? t('names.notInArchive') : t('names.inDocuments', { count: documents })}
            onChange={() => void add({ id, spellings: [{ text, origin }] })}
          />
        ))}
      </ul>
    </div>
  )
}
