import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCopy } from '#renderer/api/use-copy.ts'
import { type FactWords, factWords } from '#renderer/features/inspector/fact-words.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { DocumentDetail } from '#shared/model/document'
import type { Fact, FactName } from '#shared/model/fact'

/** Facts shown at once; with one or two more than this, all are. */
const SHOWN = 6
const SLACK = 2

/** What the file says of itself beyond title, author and date: as it stands there, for nobody but the reader. */
export function StatedFacts({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const facts = factsBeside(document).map((fact) => factWords(fact, format, t))
  if (facts.length === 0) return null
  const cut = facts.length <= SHOWN + SLACK ? facts.length : SHOWN
  const rest = facts.slice(cut)
  return (
    <section aria-labelledby="inspector-stated">
      <SectionHeading id="inspector-stated">{t('inspector.stated')}</SectionHeading>
      <Rows facts={facts.slice(0, cut)} />
      {rest.length === 0 ? null : (
        <Disclosure className="inspector-rest">
          <Button slot="trigger" className="inspector-more">
            {t('inspector.moreFacts', { count: rest.length })}
          </Button>
          <DisclosurePanel>
            <Rows facts={rest} />
          </DisclosurePanel>
        </Disclosure>
      )}
    </section>
  )
}

/** What the head of a message says above its text. */
const IN_MAIL_HEAD: ReadonlySet<FactName> = new Set(['from', 'to', 'cc', 'bcc', 'reply-to', 'sent', 'subject', 'attachments'])

/** Without what is said elsewhere: in the head of a message, and as the number beside "Holds". */
function factsBeside({ mediaType, facts, members }: DocumentDetail): readonly Fact[] {
  const isMessage = /^(?:message\/|multipart\/(?!related)|application\/vnd\.ms-outlook$)/.test(mediaType)
  return facts.filter(
    ({ name, value }) => !(isMessage && IN_MAIL_HEAD.has(name)) && !(name === 'entries' && value === String(members))
  )
}

function Rows({ facts }: Readonly<{ facts: readonly FactWords[] }>): ReactNode {
  const { t } = useTranslation()
  const copy = useCopy()
  return (
    <dl className="inspector-facts">
      {facts.map(({ name, value, copies }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file may say the same thing twice, and facts never change places.
        <div className="inspector-row" key={`${name}-${index}`}>
          <dt>{t(`inspector.fact-${name}`)}</dt>
          <dd className="inspector-value">
            <span className="inspector-fact inspector-fact--clamped selectable" dir="auto" title={value}>
              {value}
            </span>
            {copies === null ? null : (
              <IconButton
                label={t('inspector.copyFact', { name: t(`inspector.fact-${name}`) })}
                onPress={() => void copy(copies, t('inspector.factCopied'))}
              >
                <Copy size={12} aria-hidden />
              </IconButton>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
