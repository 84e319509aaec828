import { eventAttributes } from '#tests/support/payloads/event-attributes'
import { parsingContexts } from '#tests/support/payloads/parsing-contexts'
import type { Payload } from '#tests/support/payloads/payload'
import { requests } from '#tests/support/payloads/requests'
import { scriptElements } from '#tests/support/payloads/script-elements'

/** Every payload, in an order that stays. Nothing here is copied from elsewhere: they are made from tables. */
export function allPayloads(): readonly Payload[] {
  return [...eventAttributes(), ...scriptElements(), ...parsingContexts(), ...requests()]
}
