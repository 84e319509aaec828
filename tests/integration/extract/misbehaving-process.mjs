// Stands in for the extract process in tests of the pool: does what the name of the file says.
import { deserialize, serialize } from 'node:v8'

const kept = []

process.on('message', (message) => {
  const { name } = deserialize(message)
  const answer = (extra = {}) => process.send(serialize({ task: 'extract', document: { status: 'searchable', ...extra } }))
  if (name === 'good') answer()
  else if (name === 'exit') process.exit(3)
  else if (name === 'hang') for (;;);
  else if (name === 'flood') answer({ padding: 'x'.repeat(2_000_000) })
  else if (name === 'grow') setInterval(() => kept.push(Buffer.alloc(50_000_000, 1)), 20)
  else if (name === 'heap') for (;;) kept.push(Array.from({ length: 100_000 }, (_, at) => ({ at })))
})
process.on('disconnect', () => process.exit(0))
