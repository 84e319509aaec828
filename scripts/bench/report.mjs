// The figures as a table: what was measured, what it came to, and the goal beside it.
const round = (value, digits = 2) => value.toFixed(digits)
const verdict = (value, goal) => (value <= goal ? 'met' : 'missed')

const against = (ours, theirs) => `${round(ours)} ms / ${round(theirs)} ms = ${round(ours / theirs)}`

/** A row with a goal when there is something to measure against, else the plain figure. */
const beside = (what, ours, theirs, goal) =>
  theirs === undefined
    ? [what, `${round(ours)} ms`, '']
    : [`${what}, against Recoll`, against(ours, theirs), `≤ ${goal} ${verdict(ours / theirs, goal)}`]

function searchRows({ documents, queries, latency, classes, pages, facets, tenth, growth, slowest }) {
  const { ours, theirs } = latency
  const worst = classes.reduce((a, b) => ((b.ratio ?? b.ours) > (a.ratio ?? a.ours) ? b : a))
  return [
    beside(`${queries} queries over ${documents} documents, total and 20 titles: p50`, ours.p50, theirs?.p50, 0.3),
    beside('the same: p95', ours.p95, theirs?.p95, 1),
    ...classes.map(({ name, ours: own, theirs: other }) =>
      other === undefined ? [`— ${name}`, `${round(own)} ms`, ''] : [`— ${name}`, against(own, other), '']
    ),
    beside(`worst class (${worst.name})`, worst.ours, worst.theirs, 1),
    beside('page of 20 with passages: p95', pages.ours.p95, pages.theirs?.p95, 0.15),
    [
      `p95 at ${documents} documents over p95 at ${tenth.documents}`,
      `${round(ours.p95)} ms / ${round(tenth.p95)} ms = ${round(growth)}`,
      `≤ 3 ${verdict(growth, 3)}`
    ],
    ['facets of each answer', `p50 ${round(facets.p50)} ms, p95 ${round(facets.p95)} ms`, `≤ 150 ms ${verdict(facets.p95, 150)}`],
    [
      'slowest answers',
      slowest
        .slice(0, 5)
        .map((one) => `${one.query} ${round(one.ours)} ms`)
        .join(', '),
      ''
    ]
  ]
}

/** Of one query: files found of those counted, those not found, and those beyond, with the way in which they hold it. */
function inexact({ query, wanted, found, missing, extra }) {
  const beyond = extra.map(({ path, how }) => `${path.split('/').at(-1)}: ${how ?? 'not seen by the counting'}`)
  const lost = missing.map((path) => `not found: ${path.split('/').at(-1)}`)
  return `${query} ${found} of ${wanted} (${[...lost, ...beyond].slice(0, 12).join('; ')})`
}

function relevanceRows({ scores, tier, byFile, recall, precision, provenPrecision }) {
  const isMet = (rate) => `≥ 0.99 ${rate >= 0.99 ? 'met' : 'missed'}`
  const others = scores.filter(({ wanted, found, missing }) => wanted !== found || missing.length > 0)
  return [
    [
      `${scores.length} queries on the ${tier} corpus, ${byFile} of them file by file: mean recall`,
      round(recall, 4),
      isMet(recall)
    ],
    ['mean precision, every file beyond those counted taken for wrong', round(precision, 4), isMet(precision)],
    [
      'mean precision, files that hold the word in a way the counting does not read (letters drawn apart, another character set, written apart) taken for right',
      round(provenPrecision, 4),
      isMet(provenPrecision)
    ],
    ['not as counted', others.map(inexact).join('. ') || 'none', '']
  ]
}

/** Speed of `sha256sum` is 1: what is above is faster. */
const verifyRows = (what, { originals, sums, stage, whole }) =>
  [
    ['reading and hashing alone, one thread', stage],
    ['the whole command', whole]
  ].flatMap(([part, seconds]) =>
    ['plain', 'encrypted'].map((form) => [
      `${originals} ${what} originals, ${form}: ${part}, speed against sha256sum`,
      `${round(sums)} s / ${round(seconds[form])} s = ${round(sums / seconds[form])}`,
      `≥ 0.7 ${verdict(0.7, sums / seconds[form])}`
    ])
  )

const rowsOf = {
  import: (result) =>
    Object.entries(result).map(([name, { documents, cpu, plainCpu, seconds, ratio }]) => [
      `import of ${documents} ${name} files: CPU against plain FTS5 of ready text`,
      `${round(cpu)} s / ${round(plainCpu)} s = ${round(ratio)} (${round(documents / seconds, 0)} files/s)`,
      name === 'text' ? `≤ 1.5 ${verdict(ratio, 1.5)}` : ''
    ]),
  verify: ({ small, large, thorough }) => [
    ...verifyRows('small', small),
    ...verifyRows('large', large),
    [
      'what else a verification of the small one takes: folder, database, digests of texts, custody log',
      `${round(small.rest)} s; thorough, with the index held against the texts, ${round(thorough)} s`,
      ''
    ]
  ],
  repeat: ({ files, firstSeconds, seconds, ratio, cpuRatio }) => [
    [
      `import of ${files} unchanged files against the first`,
      `${round(seconds)} s / ${round(firstSeconds)} s = ${round(ratio, 3)} (CPU ${round(cpuRatio, 3)})`,
      `≤ 0.05 ${verdict(ratio, 0.05)}`
    ]
  ],
  memory: ({ small, large, ratio, togetherRatio }) => [
    [
      `largest memory, ${large.files} files against ${small.files}`,
      `${round(large.own, 0)} MiB / ${round(small.own, 0)} MiB = ${round(ratio)}`,
      `≤ 1.2 ${verdict(ratio, 1.2)}`
    ],
    [
      'the same with the parser processes',
      `${round(large.together, 0)} MiB / ${round(small.together, 0)} MiB = ${round(togetherRatio)}`,
      `≤ 1.2 ${verdict(togetherRatio, 1.2)}`
    ]
  ],
  loop: ({ files, seconds, p50, p99, max, peakMegabytes }) => [
    [
      `event-loop delay of the main thread, import of ${files} files in ${round(seconds, 0)} s`,
      `p50 ${round(p50, 1)} ms, p99 ${round(p99, 1)} ms, max ${round(max, 0)} ms`,
      `p99 ≤ 50 ${verdict(p99, 50)}`
    ],
    ['largest memory of the main process with the engine in it', `${round(peakMegabytes, 0)} MiB`, '']
  ],
  search: ({ process, window, painted }) => [
    ...searchRows(process),
    [
      `${window.queries} queries over ${window.documents} documents, from the window and back`,
      `p50 ${round(window.roundTrip.p50, 1)} ms, p95 ${round(window.roundTrip.p95, 1)} ms`,
      ''
    ],
    ['the engine’s part of it', `p50 ${round(window.engine.p50, 1)} ms, p95 ${round(window.engine.p95, 1)} ms`, ''],
    ['plain FTS5, ids and count only', `p50 ${round(window.plain.p50, 1)} ms, p95 ${round(window.plain.p95, 1)} ms`, ''],
    [
      `${painted.presses} key presses to painted results, in the window`,
      `p50 ${round(painted.p50, 0)} ms, p95 ${round(painted.p95, 0)} ms`,
      `p95 ≤ 100 ${verdict(painted.p95, 100)}`
    ],
    [
      'of which, besides a pause of 20 ms and the frame',
      `engine ${round(painted.parts.engine, 0)} ms, call ${round(painted.parts.call, 0)} ms, window ${round(painted.parts.window, 0)} ms`,
      ''
    ]
  ],
  encryption: ({ files, documents, queries, plain, sealed, unlockMs }) => {
    const row = (what, key, unit, goal) => {
      const ratio = sealed[key] / plain[key]
      const figure = `${round(sealed[key])} ${unit} / ${round(plain[key])} ${unit} = ${round(ratio)}`
      return [what, figure, goal === undefined ? '' : `≤ ${goal} ${verdict(ratio, goal)}`]
    }
    return [
      row(`import of ${files} files into an encrypted archive against a plain one`, 'seconds', 's', 1.25),
      row('the same: CPU', 'cpu', 's', 1.25),
      row(`${queries} queries over ${documents} documents, total and 20 titles: p50`, 'p50', 'ms'),
      row('the same: p95', 'p95', 'ms', 1.3),
      row('page of 20 with passages: p95', 'pageP95', 'ms', 1.3),
      ['unlocking', `${round(unlockMs, 0)} ms`, '']
    ]
  },
  relevance: ({ queries, pairs }) => [
    ...(queries ? relevanceRows(queries) : []),
    ...(pairs
      ? [
          [
            `${pairs.pairs} spelling pairs`,
            `${pairs.pairs - pairs.wrong.length} as they say`,
            `all ${pairs.wrong.length === 0 ? 'met' : 'missed'}`
          ]
        ]
      : [])
  ],
  million: ({ documents, p50, p95, max, text, index, ratio, slowest }) => [
    [
      `${documents} generated documents: an answer with its page`,
      `p50 ${round(p50, 1)} ms, p95 ${round(p95, 1)} ms, at most ${round(max, 0)} ms; slowest ${slowest
        .slice(0, 3)
        .map((one) => `${one.query} ${round(one.milliseconds, 0)} ms`)
        .join(', ')}`,
      `p95 ≤ 200 ${verdict(p95, 200)}`
    ],
    [
      'their index over their text',
      `${round(index / 1e6, 0)} MB / ${round(text / 1e6, 0)} MB = ${round(ratio)}`,
      `≤ 0.6 ${verdict(ratio, 0.6)}`
    ]
  ],
  formats: (result) =>
    Object.entries(result).map(
      ([kind, { files, documents, failed, locked, waiting, megabytes, cpu, yardstick, yardstickCpu, ratio }]) => [
        `${files} files ${kind} (${round(megabytes, 1)} MB): ${documents} documents, ${failed} failed, ${locked} locked, ${waiting} scans`,
        `${round(cpu)} s CPU, ${round(megabytes / cpu, 1)} MB/s${yardstick ? `; ${yardstick} ${round(yardstickCpu)} s = ${round(ratio)}` : ''}`,
        kind === '.pdf' && ratio !== undefined ? `≤ 2.0 ${verdict(ratio, 2)}` : ''
      ]
    ),
  printing: (result) =>
    result.map(({ language, words, pairs }) => [
      `words of the declaration printed to PDF, ${language}: F1, and of pairs`,
      `${round(words, 3)}, ${round(pairs, 3)}`,
      `≥ 0.94 ${words >= 0.94 ? 'met' : 'missed'}`
    ]),
  recall: (result) =>
    result.map(({ format, files, words, recall }) => [
      `words read of ${files} golden files ${format} whose ${words} words are known`,
      round(recall, 3),
      `≥ 0.99 ${recall >= 0.99 ? 'met' : 'missed'}`
    ]),
  labelled: ({ pages, precision, recall, f1 }) => [
    [
      `reading text of ${pages} pages against what people marked: precision, recall, F1`,
      `${round(precision, 3)}, ${round(recall, 3)}, ${round(f1, 3)}`,
      `≥ 0.93 ${f1 >= 0.93 ? 'met' : 'missed'}`
    ]
  ],
  recoll: (result) =>
    Object.entries(result).flatMap(([name, { files, cpu, theirCpu, ratio, memory, store }]) => {
      const goal = name === 'with PDF' ? 0.6 : 0.3
      return [
        [
          `import of ${files} files ${name}: CPU against recollindex`,
          `${round(cpu, 1)} s / ${round(theirCpu, 1)} s = ${round(ratio)}`,
          `≤ ${goal} ${verdict(ratio, goal)}`
        ],
        [
          `largest memory of the importing process (with its parsers)`,
          `${round(memory.own, 0)} MiB (${round(memory.together, 0)} MiB)`,
          ''
        ],
        [
          'store beside the originals over its text',
          `${round(store.beside / 1e6, 1)} MB / ${round(store.text / 1e6, 1)} MB = ${round(store.ratio)}`,
          `≤ 1.0 ${verdict(store.ratio, 1)}`
        ]
      ]
    }),
  start: ({ milliseconds, bareMilliseconds, ratio, best, bestBare, bestRatio }) => [
    [
      'start to first paint, against an empty window of the same runtime',
      `${round(milliseconds, 0)} ms / ${round(bareMilliseconds, 0)} ms = ${round(ratio)}`,
      `≤ 1.5 ${verdict(ratio, 1.5)}`
    ],
    ['the same, the fastest of each', `${round(best, 0)} ms / ${round(bestBare, 0)} ms = ${round(bestRatio)}`, '']
  ]
}

/** A Markdown table of all results, and a line that says what they were measured on. */
export function report({ files, bytes, digest, cores, processor, node }, results) {
  const rows = Object.entries(results).flatMap(([part, result]) => rowsOf[part](result))
  const corpus = `${files} files, ${round(bytes / 1e6, 1)} MB, digest ${digest}`
  return [
    '',
    `Corpus: ${corpus}. Machine: ${cores} cores, ${processor}. Node.js ${node}.`,
    '',
    '| measured | result | goal |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    ''
  ].join('\n')
}
