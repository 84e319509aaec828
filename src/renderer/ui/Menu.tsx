import '#renderer/ui/menu.css'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { Kbd } from '#renderer/ui/Kbd.tsx'

export type MenuEntry = Readonly<{
  id: string
  label: string
  /** Second line, in small print. */
  detail?: string
  icon?: ReactNode
  keys?: string
  isDisabled?: boolean
  /** Draws a check mark. */
  isChosen?: boolean
  isDanger?: boolean
  onSelect: () => void
}>

export type MenuGroup = Readonly<{ id: string; title?: string; entries: readonly MenuEntry[] }>

export type MenuProps = Readonly<{
  label: string
  /** The button that opens it: a `Button` or `IconButton`. */
  trigger: ReactNode
  /** Groups without entries are left out. */
  groups: readonly MenuGroup[]
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
  /** With `onOpenChange`: for a menu that something else opens too, such as a right click. */
  isOpen?: boolean
  onOpenChange?: (open: boolean) => void
}>

/** A button that opens a list of things to do. */
export function Menu({ label, trigger, groups, placement = 'bottom start', ...state }: MenuProps): ReactNode {
  const entries = new Map(groups.flatMap((group) => group.entries.map((entry) => [`${group.id}/${entry.id}`, entry])))
  return (
    <MenuTrigger {...state}>
      {trigger}
      <Popover className="ui-popover ui-popover--menu" placement={placement} data-overlay="">
        <AriaMenu className="ui-menu" aria-label={label} onAction={(key) => entries.get(String(key))?.onSelect()}>
          {groups
            .filter((group) => group.entries.length > 0)
            .map((group) => (
              <MenuSection
                key={group.id}
                className="ui-menu-section"
                {...(group.title === undefined ? { 'aria-label': label } : {})}
              >
                {group.title === undefined ? null : <Header>{group.title}</Header>}
                {group.entries.map((entry) => (
                  <Entry key={entry.id} id={`${group.id}/${entry.id}`} entry={entry} />
                ))}
              </MenuSection>
            ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Entry({ id, entry }: Readonly<{ id: string; entry: MenuEntry }>): ReactNode {
  return (
    <MenuItem
      id={id}
      className={`ui-menu-item${entry.isDanger === true ? ' ui-menu-item--danger' : ''}`}
      textValue={entry.label}
      isDisabled={entry.isDisabled ?? false}
    >
      {entry.icon === undefined ? null : <span className="ui-menu-icon">{entry.icon}</span>}
      <span className="ui-menu-words">
        <span className="truncate" dir="auto">
          {entry.label}
        </span>
        {entry.detail === undefined ? null : (
          <small className="truncate" dir="auto">
            {entry.detail}
          </small>
        )}
      </span>
      {entry.keys === undefined ? null : <Kbd keys={entry.keys} />}
      {entry.isChosen === true ? <Check size={14} aria-hidden /> : null}
    </MenuItem>
  )
}
