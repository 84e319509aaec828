import type { NearNode, NearOperand, QueryNode, TextNode } from '#shared/text/query-node'

/** What stands in a row in a query: parts, and what joins them where it is not AND. */
export type QueryItem = QueryNode | Readonly<{ kind: 'or-sign' }> | Readonly<{ kind: 'near-sign'; distance: number; raw: string }>

/** All, or one, of the parts as one node; null when there are none. */
export function combine(kind: 'and' | 'or', children: readonly QueryNode[]): QueryNode | null {
  const [first, ...others] = children.flatMap((child) => (child.kind === kind ? child.children : [child]))
  if (!first) return null
  return others.length === 0 ? first : { kind, children: [first, ...others] }
}

const isText = (node: QueryNode): node is TextNode => node.kind === 'words' || node.kind === 'fuzzy' || node.kind === 'wildcard'

function asOperand(node: QueryNode | undefined): NearOperand | null {
  if (!node) return null
  if (node.kind !== 'or') return isText(node) ? node : null
  const children = node.children.filter(isText)
  return children.length === node.children.length ? { kind: 'or', children } : null
}

const partsOf = (operand: NearOperand): readonly TextNode[] => (operand.kind === 'or' ? operand.children : [operand])

const textOf = (operand: NearOperand): string =>
  partsOf(operand)
    .map((part) => part.text)
    .join(' OR ')

/** Null where the two can not be near each other: not words, or words of different columns. */
function near(left: NearOperand | null, right: NearOperand | null, distance: number): NearNode | null {
  if (!left || !right) return null
  const columns = new Set([...partsOf(left), ...partsOf(right)].map((part) => part.column))
  const text = `${textOf(left)} NEAR/${distance} ${textOf(right)}`
  return columns.size === 1 ? { kind: 'near', operands: [left, right], distance, text } : null
}

type Joined = Readonly<{ node: QueryNode | null; refused: readonly string[] }>

/**
 * `a OR b c` is `(a OR b) AND c`, and `a NEAR/5 b NEAR/5 c` is each beside its neighbour; a sign that lacks a neighbour says nothing.
 * `refused`: NEARs between what can not be near each other, which are read as AND.
 */
export function joinItems(items: readonly QueryItem[]): Joined {
  const { items: withoutNear, refused } = joinNear(items)
  const operands: QueryNode[][] = []
  let wantsMore = false
  for (const item of withoutNear) {
    if (item.kind === 'or-sign') wantsMore = operands.length > 0
    else {
      const last = operands.at(-1)
      if (wantsMore && last) last.push(item)
      else operands.push([item])
      wantsMore = false
    }
  }
  return {
    node: combine(
      'and',
      operands.flatMap((alternatives) => combine('or', alternatives) ?? [])
    ),
    refused
  }
}

type WithoutNear = Exclude<QueryItem, { kind: 'near-sign' }>

function joinNear(items: readonly QueryItem[]): Readonly<{ items: readonly WithoutNear[]; refused: readonly string[] }> {
  const joined: WithoutNear[] = []
  const refused: string[] = []
  let sign: Extract<QueryItem, { kind: 'near-sign' }> | null = null
  /** What stands before the sign; of a chain, its last link. */
  let left: QueryNode | undefined
  for (const item of items) {
    if (item.kind === 'near-sign') {
      sign = left ? item : null
    } else if (item.kind === 'or-sign') {
      joined.push(item)
      sign = null
      left = undefined
    } else {
      const made = sign && near(asOperand(left), asOperand(item), sign.distance)
      if (sign && !made) refused.push(sign.raw)
      const before = made ? joined.pop() : undefined
      if (made && before?.kind === 'near') joined.push({ kind: 'and', children: [before, made] })
      else if (made && before?.kind === 'and' && before.children.at(-1)?.kind === 'near')
        joined.push({ kind: 'and', children: [...before.children, made] })
      else joined.push(made ?? item)
      sign = null
      left = item
    }
  }
  return { items: joined, refused }
}
