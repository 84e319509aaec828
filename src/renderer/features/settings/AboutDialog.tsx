import { ShieldCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useCopy } from '#renderer/api/use-copy.ts'
import { CREDITS } from '#renderer/features/settings/credits.ts'
import { Facts } from '#renderer/features/settings/Facts.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { AboutInfo } from '#shared/model/app'

/** Which Sanad this is, what it runs on, whether that is safe for daily use, and whose work it stands on. */
export function AboutDialog({ onClose }: Readonly<{ onClose: () => void }>): ReactNode {
  const { t } = useTranslation()
  const about = useCommand('app.about', {}).data
  return (
    <Dialog isOpen onClose={onClose} title={t('settings.aboutTitle')} closeLabel={t('common.close')}>
      <div className="about">
        <div className="about-head">
          <span className="about-mark" aria-hidden>
            س
          </span>
          <div>
            <strong>{t('common.appName')}</strong>
            <p>{t('settings.aboutTagline')}</p>
            <p className="settings-detail">{t('settings.aboutName')}</p>
          </div>
        </div>
        {about === undefined ? null : (
          <>
            <Safety about={about} />
            <Runtime about={about} />
          </>
        )}
        <Credits />
      </div>
    </Dialog>
  )
}

function Safety({ about }: Readonly<{ about: AboutInfo }>): ReactNode {
  const { t } = useTranslation()
  const lines = [
    {
      isSafe: about.officialRuntime,
      text: t(about.officialRuntime ? 'settings.runtimeOfficial' : 'settings.runtimeDevelopment')
    },
    { isSafe: about.sandboxed, text: t(about.sandboxed ? 'settings.sandboxOn' : 'settings.sandboxOff') }
  ]
  return (
    <section aria-labelledby="about-safety">
      <SectionHeading id="about-safety">{t('settings.safety')}</SectionHeading>
      <ul className="about-safety">
        {lines.map(({ isSafe, text }) => (
          <li key={text} data-safe={isSafe}>
            {isSafe ? <ShieldCheck size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Runtime({ about }: Readonly<{ about: AboutInfo }>): ReactNode {
  const { t } = useTranslation()
  const copy = useCopy()
  const facts: readonly (readonly [string, string])[] = [
    [t('common.appName'), t('settings.version', { version: about.version })],
    [t('settings.electron'), about.electron],
    [t('settings.chromium'), about.chromium],
    [t('settings.node'), about.node],
    [t('settings.sqlite'), about.sqlite],
    [t('settings.platform'), about.platform],
    [t('settings.dataDirectory'), about.dataDirectory]
  ]
  const asText = facts.map(([name, value]) => `${name}: ${value}`).join('\n')
  return (
    <section aria-labelledby="about-runtime">
      <SectionHeading id="about-runtime">{t('settings.runtime')}</SectionHeading>
      <Facts facts={facts} />
      <div className="settings-buttons">
        <Button onPress={() => void copy(asText, t('settings.copied'))}>{t('settings.copyAll')}</Button>
      </div>
    </section>
  )
}

function Credits(): ReactNode {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="about-credits">
      <SectionHeading id="about-credits">{t('settings.licences')}</SectionHeading>
      <p className="settings-detail">{t('settings.licencesDetail')}</p>
      <ul className="about-credits">
        {CREDITS.map(({ name, licence }) => (
          <li key={name}>
            {name} <span>{licence}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
