import '#renderer/app/shell/shell.css'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { Dialogs } from '#renderer/app/shell/Dialogs.tsx'
import { DropOverlay } from '#renderer/app/shell/DropOverlay.tsx'
import { NoArchive } from '#renderer/app/shell/NoArchive.tsx'
import { Notices } from '#renderer/app/shell/Notices.tsx'
import { PaneSeparator } from '#renderer/app/shell/PaneSeparator.tsx'
import type { SizedPane } from '#renderer/app/shell/pane-sizes.ts'
import { InspectorPane, ReaderFrame, ResultsPane, RollCallPane, SidebarPane } from '#renderer/app/shell/panes.tsx'
import { ShortcutSheet } from '#renderer/app/shell/ShortcutSheet.tsx'
import { StatusBar } from '#renderer/app/shell/StatusBar.tsx'
import { Upgrading } from '#renderer/app/shell/Upgrading.tsx'
import { useFocusAfterUnlock } from '#renderer/app/shell/use-focus-after-unlock.ts'
import { useLayout } from '#renderer/app/shell/use-layout.ts'
import { useUpgrade } from '#renderer/app/shell/use-upgrade.ts'
import { useWindowShortcuts } from '#renderer/app/shell/use-window-shortcuts.ts'
import { useAppState } from '#renderer/app/store.ts'
import { FirstRun } from '#renderer/features/importing/FirstRun.tsx'
import { MendingScreen } from '#renderer/features/integrity/MendingScreen.tsx'
import { LockedScreen } from '#renderer/features/lock/LockedScreen.tsx'
import { OfferPassphrase } from '#renderer/features/lock/OfferPassphrase.tsx'
import { PassphraseWorkScreen } from '#renderer/features/lock/PassphraseWorkScreen.tsx'
import { UnprotectedScreen } from '#renderer/features/lock/UnprotectedScreen.tsx'
import { usePassphraseWork } from '#renderer/features/lock/use-passphrase-work.ts'

/** The window: navigation, results, reader and inspector beside each other, the status bar under them, dialogs over them. */
export function Shell(): ReactNode {
  const layout = useLayout()
  const archive = useCommand('archive.state', {}).data
  const upgrade = useUpgrade()
  const work = usePassphraseWork()
  const hasArchive = archive !== undefined && archive.open !== null
  useWindowShortcuts(layout, hasArchive)
  const isAsked = archive !== undefined && (archive.locked !== null || archive.unprotected !== null)
  useFocusAfterUnlock(isAsked, hasArchive && work === null && upgrade === null)
  const counts = useCommand('library.sidebar', {}, { enabled: hasArchive, keepPrevious: true }).data?.counts
  const isEmpty = counts !== undefined && counts.all === 0 && counts.attention === 0
  return (
    <div className="shell">
      {work !== null ? (
        <PassphraseWorkScreen work={work} />
      ) : upgrade !== null ? (
        <Upgrading upgrade={upgrade} />
      ) : archive === undefined ? (
        <div className="shell-panes" />
      ) : archive.locked !== null ? (
        <LockedScreen state={archive} locked={archive.locked} />
      ) : archive.unprotected !== null ? (
        <UnprotectedScreen name={archive.unprotected.name} />
      ) : archive.problem?.code === 'archive-damaged' && !hasArchive ? (
        <MendingScreen />
      ) : !hasArchive ? (
        <NoArchive state={archive} />
      ) : isEmpty ? (
        <div
          className="shell-panes shell-panes--first-run"
          style={columns(layout.shown.navigation ? ['navigation'] : [], layout.sizes)}
        >
          {layout.shown.navigation ? <SidebarPane hasArchive /> : null}
          <main className="pane pane--first-run">
            <FirstRun offer={<OfferPassphrase />} />
          </main>
        </div>
      ) : (
        <Panes layout={layout} />
      )}
      <StatusBar hasArchive={hasArchive} isNarrow={layout.mode === 'single'} />
      <Dialogs />
      <ShortcutSheet />
      <DropOverlay isEnabled={hasArchive} />
      <Notices />
    </div>
  )
}

function columns(sized: readonly SizedPane[], sizes: Readonly<Record<SizedPane, number>>): CSSProperties {
  const before = sized.filter((pane) => pane !== 'inspector').map((pane) => `${sizes[pane]}px`)
  const after = sized.includes('inspector') ? [`${sizes.inspector}px`] : []
  return { gridTemplateColumns: [...before, 'minmax(0, 1fr)', ...after].join(' ') }
}

function Panes({ layout }: Readonly<{ layout: ReturnType<typeof useLayout> }>): ReactNode {
  const { shown, sizes, mode } = layout
  const view = useAppState((state) => state.view)
  if (mode === 'single') return <SinglePane layout={layout} />
  if (view === 'rollcall') return <RollCallPanes layout={layout} />
  const sized = (['navigation', 'results', 'inspector'] as const).filter((pane) => shown[pane])
  return (
    <div className="shell-panes" style={columns(sized, sizes)}>
      {shown.navigation ? (
        <SidebarPane hasArchive>
          <Separator layout={layout} pane="navigation" />
        </SidebarPane>
      ) : null}
      <ResultsPane hasNavigation={shown.navigation}>
        <Separator layout={layout} pane="results" />
      </ResultsPane>
      <ReaderFrame hasInspector={shown.inspector} />
      {shown.inspector ? (
        <InspectorPane>
          <Separator layout={layout} pane="inspector" />
        </InspectorPane>
      ) : null}
      {layout.drawer === null ? null : <Drawer layout={layout} pane={layout.drawer} />}
    </div>
  )
}

/** Roll-calls take the room of results, reader and inspector: their table is wide. */
function RollCallPanes({ layout }: Readonly<{ layout: ReturnType<typeof useLayout> }>): ReactNode {
  const { shown, sizes, drawer } = layout
  return (
    <div className="shell-panes" style={columns(shown.navigation ? ['navigation'] : [], sizes)}>
      {shown.navigation ? (
        <SidebarPane hasArchive>
          <Separator layout={layout} pane="navigation" />
        </SidebarPane>
      ) : null}
      <RollCallPane hasNavigation={shown.navigation} />
      {drawer === 'navigation' ? <Drawer layout={layout} pane={drawer} /> : null}
    </div>
  )
}

/** A pane over the others. A press beside it closes it, as do Escape and the shortcut that opened it. */
function Drawer({
  layout,
  pane
}: Readonly<{ layout: ReturnType<typeof useLayout>; pane: 'navigation' | 'inspector' }>): ReactNode {
  const close = pane === 'navigation' ? layout.toggleNavigation : layout.toggleInspector
  return (
    <>
      <div className="shell-drawer-veil" onPointerDown={close} aria-hidden />
      <div className={`shell-drawer shell-drawer--${pane}`}>
        {pane === 'navigation' ? <SidebarPane hasArchive /> : <InspectorPane />}
      </div>
    </>
  )
}

function SinglePane({ layout }: Readonly<{ layout: ReturnType<typeof useLayout> }>): ReactNode {
  const view = useAppState((state) => state.view)
  if (view === 'rollcall' && layout.pane !== 'navigation') {
    return (
      <div className="shell-panes shell-panes--single">
        <RollCallPane hasNavigation={false} />
      </div>
    )
  }
  switch (layout.pane) {
    case 'navigation':
      return (
        <div className="shell-panes shell-panes--single">
          <SidebarPane hasArchive />
        </div>
      )
    case 'results':
      return (
        <div className="shell-panes shell-panes--single">
          <ResultsPane hasNavigation={false} />
        </div>
      )
    case 'reader':
      return (
        <div className="shell-panes shell-panes--single">
          <ReaderFrame back hasInspector={false} />
        </div>
      )
    case 'inspector':
      return (
        <div className="shell-panes shell-panes--single">
          <InspectorPane back="reader" />
        </div>
      )
  }
}

function Separator({ layout, pane }: Readonly<{ layout: ReturnType<typeof useLayout>; pane: SizedPane }>): ReactNode {
  const { t } = useTranslation()
  const labels = {
    navigation: t('shell.resizeNavigation'),
    results: t('shell.resizeResults'),
    inspector: t('shell.resizeInspector')
  }
  return (
    <PaneSeparator
      pane={pane}
      label={labels[pane]}
      size={layout.sizes[pane]}
      grows={pane === 'inspector' ? 'after' : 'before'}
      onChange={(size) => layout.resize(pane, size)}
      onEnd={(size) => layout.keepSize(pane, size)}
    />
  )
}
