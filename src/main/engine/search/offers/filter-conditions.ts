import * as v from 'valibot'
import { CONDITION_NAMES, type ConditionName } from '#shared/model/query-help'
import { type SearchFilter, searchFilterSchema } from '#shared/model/search'

/** The filter that lets everything through. */
export const NO_FILTER: SearchFilter = v.parse(searchFilterSchema, {})

type Lifted = Readonly<{ name: ConditionName; filter: SearchFilter }>

/** The filter without each of its conditions in turn, with the name of the one that is left out. */
export function withoutEachCondition(filter: SearchFilter): Lifted[] {
  return conditionsOf(filter, NO_FILTER).map(({ name, without }) => ({
    name: CONDITION_NAMES.find((known) => known === name) ?? 'other',
    filter: v.parse(searchFilterSchema, without)
  }))
}

type Fields = Readonly<Record<string, unknown>>

/** Fields that are not as they are by default; a field that is a table of conditions has one for each of its rows. */
function conditionsOf(fields: Fields, defaults: Fields): { name: string; without: Fields }[] {
  return Object.keys(fields).flatMap((name) => {
    const [value, usual] = [fields[name], defaults[name]]
    if (JSON.stringify(value) === JSON.stringify(usual)) return []
    if (!isTable(value)) return [{ name, without: { ...fields, [name]: usual } }]
    return conditionsOf(value, {}).map((row) => ({
      name: row.name,
      without: { ...fields, [name]: withoutUndefined(row.without) }
    }))
  })
}

const isTable = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('include' in value)

const withoutUndefined = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
