import '#renderer/ui/field.css'
import '#renderer/ui/menu.css'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CorrectionMark } from '#renderer/features/inspector/CorrectionMark.tsx'
import { type LanguageChoice, languageChoices, matchingLanguages } from '#renderer/features/inspector/languages.ts'
import { useCorrection } from '#renderer/features/inspector/use-correction.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { DocumentDetail } from '#shared/model/document'

/** The document's language, chosen from a list by typing its name in English or in itself, and those of its longer parts when they differ. */
export function LanguageField({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const parts = document.languages.map((tag) => format.language(tag) ?? tag)
  return (
    <div className="inspector-row">
      <dt>{t('inspector.field-language')}</dt>
      <dd>
        {/* A new field when the language changes from outside: undone, or the document read again. */}
        <LanguageBox key={document.language} document={document} />
        {parts.length > 1 && (
          <p className="inspector-unknown">{t('inspector.languageParts', { languages: format.list(parts) })}</p>
        )}
        <CorrectionMark document={document} field="language" />
      </dd>
    </div>
  )
}

function LanguageBox({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t, i18n } = useTranslation()
  const { save } = useCorrection(document, 'language')
  const { language } = document
  const choices = useMemo(() => languageChoices(i18n.language, language), [i18n.language, language])
  const now = choices.find((choice) => choice.tag === language)?.name ?? ''
  const [typed, setTyped] = useState(now)
  const shown = typed === now ? choices : matchingLanguages(choices, typed)
  return (
    <ComboBox
      aria-label={t('inspector.field-language')}
      className="inspector-language"
      items={shown}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={language === 'und' ? null : language}
      menuTrigger="focus"
      allowsEmptyCollection
      onSelectionChange={(key) => {
        if (key !== null && key !== language) void save(String(key))
      }}
      onBlur={() => setTyped(now)}
    >
      <Input className="inspector-language-input" placeholder={t('inspector.unknown')} />
      <Button className="inspector-language-open">
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className="ui-popover ui-popover--menu" data-overlay="">
        <ListBox<LanguageChoice>
          className="ui-menu"
          renderEmptyState={() => <p className="inspector-unknown">{t('inspector.languageNone')}</p>}
        >
          {({ tag, name, ownName }) => (
            <ListBoxItem id={tag} className="ui-menu-item" textValue={name}>
              <span className="ui-menu-words">{name}</span>
              {name === ownName ? null : (
                <bdi className="inspector-unknown" lang={tag}>
                  {ownName}
                </bdi>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
