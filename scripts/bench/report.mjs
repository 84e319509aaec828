// The figures as a table: what was measured, what it came to, and the goal beside it.
const round = (value, digits = 2) => value.toFixed(digits)
const verdict = (value, goal) => (value <= goal ? 'met' : 'missed')

const rowsOf = {
  import: (result) =>
    Object.entries(result).map(([name, { documents, cpu, plainCpu, seconds, ratio }]) => [
      `import of ${documents} ${name} files: CPU against plain FTS5 of ready text`,
      `${round(cpu)} s / ${round(plainCpu)} s = ${round(ratio)} (${round(documents / seconds, 0)} files/s)`,
      name === 'text' ? `≤ 1.5 ${verdict(ratio, 1.5)}` : ''
    ]),
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
  search: ({ documents, queries, roundTrip, engine, plain }) => [
    [
      `${queries} queries over ${documents} documents, from the window and back`,
      `p50 ${round(roundTrip.p50, 1)} ms, p95 ${round(roundTrip.p95, 1)} ms`,
      ''
    ],
    ['the engine’s part of it', `p50 ${round(engine.p50, 1)} ms, p95 ${round(engine.p95, 1)} ms`, ''],
    ['plain FTS5, ids and count only', `p50 ${round(plain.p50, 1)} ms, p95 ${round(plain.p95, 1)} ms`, '']
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
