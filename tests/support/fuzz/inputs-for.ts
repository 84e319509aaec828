/** Inputs for a command, made from its schema: right ones, and ones that are wrong in one place. */
import fc from 'fast-check'
import type { GenericSchema } from 'valibot'

/** The parts of a schema that are looked at; valibot's own types name them all differently. */
type Shape = Readonly<{
  type: string
  entries?: Readonly<Record<string, Shape>>
  item?: Shape
  wrapped?: Shape
  options?: readonly unknown[]
  literal?: unknown
  key?: Shape
  value?: Shape
  pipe?: readonly Readonly<{ type: string; requirement?: unknown }>[]
}>

const HUGE = 'ا'.repeat(200_000)

class Odd {
  readonly id = 1
}

/** Values that no command expects: the wrong kinds, numbers that are none, names of prototypes, what is no plain data. */
export const JUNK: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => 0,
  () => -0,
  () => -1,
  () => 0.5,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.MAX_SAFE_INTEGER,
  () => 2 ** 63,
  () => 1e308,
  () => 10n ** 30n,
  () => '',
  () => '\0',
  () => '\ud800',
  () => '\u202e\u2066',
  () => HUGE,
  () => "'; DROP TABLE document; --",
  () => '../../../etc/passwd',
  () => '/etc/passwd',
  () => '__proto__',
  () => 'constructor',
  () => [],
  () => [[[[[[]]]]]],
  () => Array.from({ length: 5000 }, (_, at) => at),
  () => new Array(10),
  () => ({}),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => Object.create(null),
  () => ({ length: 1e9, 0: 'a' }),
  () => ({ toString: null, valueOf: null }),
  () => new Date(Number.NaN),
  () => /a/,
  () => new Map([['id', 1]]),
  () => new Set([1]),
  () => new Uint8Array(64),
  () => new Float64Array([Number.NaN]),
  () => new ArrayBuffer(8),
  () => new Error('x'),
  () => new Odd(),
  () => Object(1),
  () => Object('a'),
  () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    return circle
  }
]

export const junk: fc.Arbitrary<unknown> = fc.constantFrom(...JUNK).map((make) => make())

/** What fits a schema, as far as its shape tells; rules beyond that may refuse it. */
export function fitting(schema: GenericSchema): fc.Arbitrary<unknown> {
  return fittingShape(schema as unknown as Shape)
}

const required = (shape: Shape, rule: string): unknown => shape.pipe?.find(({ type }) => type === rule)?.requirement
const numberRule = (shape: Shape, rule: string): number | undefined => {
  const value = required(shape, rule)
  return typeof value === 'number' ? value : undefined
}

const TEXTS = [
  'a',
  'prison',
  'خاوران',
  'tag:x',
  '"',
  '*',
  'x NEAR/3 y',
  '1988',
  'fra',
  'pdf',
  'utf-8',
  '2020-01-01',
  '\0',
  '\ud800',
  "';--",
  '%',
  '😀'
]

function fittingShape(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'object':
    case 'strict_object':
    case 'loose_object':
      return fc.record(Object.fromEntries(Object.entries(shape.entries ?? {}).map(([key, entry]) => [key, fittingShape(entry)])))
    case 'array': {
      const maxLength = Math.min(numberRule(shape, 'max_length') ?? 6, 6)
      const minLength = Math.min(numberRule(shape, 'min_length') ?? 0, maxLength)
      return fc.array(shape.item ? fittingShape(shape.item) : fc.anything(), { minLength, maxLength })
    }
    case 'string': {
      const maxLength = Math.min(numberRule(shape, 'max_length') ?? 40, 200)
      return fc.oneof(
        fc.constantFrom(...TEXTS).map((text) => text.slice(0, maxLength)),
        fc.string({ maxLength }),
        fc.string({ unit: 'binary', maxLength: Math.floor(maxLength / 2) })
      )
    }
    case 'number': {
      const min = numberRule(shape, 'min_value') ?? 0
      const max = numberRule(shape, 'max_value') ?? 2 ** 40
      return fc.oneof(fc.integer({ min, max: Math.min(max, min + 8) }), fc.integer({ min, max }), fc.constantFrom(min, max))
    }
    case 'boolean':
      return fc.boolean()
    case 'literal':
      return fc.constant(shape.literal)
    case 'picklist':
    case 'enum':
      return fc.constantFrom(...(shape.options ?? [null]))
    case 'optional':
    case 'exact_optional':
    case 'undefinedable':
      return fc.option(shape.wrapped ? fittingShape(shape.wrapped) : fc.anything(), { nil: undefined })
    case 'nullable':
    case 'nullish':
      return fc.option(shape.wrapped ? fittingShape(shape.wrapped) : fc.anything(), { nil: null })
    case 'variant':
    case 'union':
      return fc.oneof(...(shape.options ?? []).map((option) => fittingShape(option as Shape)))
    case 'record':
      return fc.dictionary(fc.string({ maxLength: 20 }), shape.value ? fittingShape(shape.value) : fc.anything(), { maxKeys: 4 })
    case 'tuple':
    case 'strict_tuple':
      return fc.anything()
    default:
      throw new Error(`no inputs are made for schemas of the kind ${shape.type}`)
  }
}

/** What fits, but for one place, which holds something else, or one more or one less. */
export function almostFitting(schema: GenericSchema): fc.Arbitrary<unknown> {
  return fc
    .tuple(fitting(schema), junk, fc.nat(), fc.constantFrom('replace', 'add', 'remove', 'whole'))
    .map(([input, odd, at, how]) => {
      if (how === 'whole' || typeof input !== 'object' || input === null) return odd
      const copy: Record<string, unknown> = { ...input }
      const keys = Object.keys(copy)
      const key = keys[at % Math.max(1, keys.length)]
      if (how === 'add' || key === undefined) copy[['__proto__x', 'constructor', 'extra', ''][at % 4] ?? ''] = odd
      else if (how === 'remove') delete copy[key]
      else copy[key] = odd
      return copy
    })
}
