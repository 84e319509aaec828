import { ChevronDown } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CorrectionMark } from '#renderer/features/inspector/CorrectionMark.tsx'
import { languageChoices } from '#renderer/features/inspector/languages.ts'
import { useCorrection } from '#renderer/features/inspector/use-correction.ts'
import type { DocumentDetail } from '#shared/model/document'
import '#renderer/ui/field.css'
import '#renderer/ui/menu.css'

/** The document's language, chosen from a list by typing its name in English or in itself. */
export function LanguageField({ document }: Readonly<{ document: DocumentDetail }>): ReactNode {
  const { t, i18n } = useTranslation()
  const { save } = useCorrection(document, 'language')
  const { language } = document
  const choices = useMemo(() => languageChoices(i18n.language, language), [i18n.language, language])
  return (
    <div className="inspector-row">
      <dt>{t('inspector.field-language')}</dt>
      <dd>
        <ComboBox
          // A new list when the language changes from outside: undone, or read again.
          key={language}
          aria-label={t('inspector.field-language')}
          className="inspector-language"
          defaultItems={choices}
          defaultSelectedKey={language === 'und' ? null : language}
          menuTrigger="focus"
          onSelectionChange={(key) => {
            if (key !== null && key !== language) void save(String(key))
          }}
        >
          <Input className="inspector-language-input" placeholder={t('inspector.unknown')} dir="auto" />
          <Button className="inspector-language-open">
            <ChevronDown size={12} aria-hidden />
          </Button>
          <Popover className="ui-popover ui-popover--menu" data-overlay="">
            <ListBox<(typeof choices)[number]>
              className="ui-menu"
              renderEmptyState={() => <p className="inspector-unknown">{t('inspector.languageNone')}</p>}
            >
              {({ tag, name, ownName }) => (
                <ListBoxItem id={tag} className="ui-menu-item" textValue={name === ownName ? name : `${name} ${ownName}`}>
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
        <CorrectionMark document={document} field="language" />
      </dd>
    </div>
  )
}
