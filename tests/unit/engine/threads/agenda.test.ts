import { describe, expect, it } from 'vitest'
import { Agenda, type WaitingCall } from '#engine/threads/agenda'
import { SanadError } from '#shared/errors'

const search = (query: string, typing = true, offset = 0): WaitingCall => ({
  name: 'search.run',
  input: { query, typing, offset }
})
const other = (name: string): WaitingCall => ({ name, input: {} })
const labelOf = ({ name, input }: WaitingCall): string => {
  const { query, offset } = input as { query?: string; offset?: number }
  return query === undefined ? name : `${query}@${offset}`
}

/** Asks all at once; what was done, in order, and what each came to: its label, or the code it was refused with. */
async function askTogether(calls: readonly WaitingCall[]): Promise<{ done: string[]; answers: string[] }> {
  const agenda = new Agenda()
  const done: string[] = []
  const answers = await Promise.all(
    calls.map((call) =>
      agenda
        .take(call, () => {
          done.push(labelOf(call))
          return labelOf(call)
        })
        .catch((error: unknown) => (error instanceof SanadError ? error.code : String(error)))
    )
  )
  return { done, answers }
}

describe('the order of what waits for the reading thread', () => {
  it('is searches, then documents as they came, then what accompanies results', async () => {
    const { done } = await askTogether([
      other('search.facets'),
      other('document.get'),
      other('suggest.query'),
      other('document.content'),
      search('prison', false)
    ])
    expect(done).toEqual(['prison@0', 'document.get', 'document.content', 'search.facets', 'suggest.query'])
  })

  it('begins with the newest search and leaves out those for words that were unfinished', async () => {
    const { done, answers } = await askTogether([search('p'), search('pr'), other('search.terms'), search('pri')])
    expect(done).toEqual(['pri@0', 'search.terms'])
    expect(answers).toEqual(['superseded', 'superseded', 'search.terms', 'pri@0'])
  })

  it('answers every page of one search, and every search that was finished', async () => {
    const { done, answers } = await askTogether([search('old', false), search('pri'), search('pri', true, 12)])
    expect(done).toEqual(['pri@12', 'pri@0', 'old@0'])
    expect(answers).toEqual(['old@0', 'pri@0', 'pri@12'])
  })

  it('lets a search that arrives during other work be next', async () => {
    const agenda = new Agenda()
    const done: string[] = []
    const take = (call: WaitingCall, work: () => void = () => undefined): Promise<void> =>
      agenda.take(call, () => {
        done.push(labelOf(call))
        work()
      })
    let late: Promise<void> = Promise.resolve()
    const first = take(other('document.get'), () => {
      late = take(search('prison'))
    })
    await Promise.all([first, take(other('document.hits')), take(other('search.facets'))])
    await late
    expect(done).toEqual(['document.get', 'prison@0', 'document.hits', 'search.facets'])
  })

  it('passes on what is thrown, and goes on', async () => {
    const agenda = new Agenda()
    const failing = agenda.take(search('a', false), () => {
      throw new SanadError('not-found', 'gone')
    })
    const rejected = agenda.take(search('b', false), () => Promise.reject(new Error('later')))
    const fine = agenda.take(search('c', false), () => 3)
    const ends = await Promise.allSettled([failing, rejected, fine])
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason.message)))).toEqual(['gone', 'later', 3])
  })
})
