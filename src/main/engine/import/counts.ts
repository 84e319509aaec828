import type { DocumentStatus } from '#shared/model/document'
import type { ImportCounts } from '#shared/model/importing'

export type Outcome = 'documents' | 'copies' | 'withoutText' | 'failed'

type Mutable = { -readonly [Count in keyof ImportCounts]: ImportCounts[Count] }

/** The receipt's counts while they are made. Every file falls under exactly one outcome, so the sum is the number of files. */
export class Tally {
  #counts: Mutable = {
    files: 0,
    documents: 0,
    copies: 0,
    withoutText: 0,
    failed: 0,
    unchanged: 0,
    parts: 0,
    inside: 0,
    insideFailed: 0,
    scans: 0,
    bytes: 0
  }

  add(outcome: Outcome, bytes: number, also: Readonly<{ unchanged?: boolean; part?: boolean }> = {}): void {
    this.#counts.files += 1
    this.#counts[outcome] += 1
    this.#counts.bytes += bytes
    if (also.unchanged) this.#counts.unchanged += 1
    if (also.part) this.#counts.parts += 1
  }

  /** A document found inside another file: not one of the files. */
  addInside(outcome: Outcome): void {
    this.#counts.inside += 1
    if (outcome === 'failed') this.#counts.insideFailed += 1
  }

  addScan(): void {
    this.#counts.scans += 1
  }

  counts(): ImportCounts {
    return { ...this.#counts }
  }

  /** Takes back everything since `counts` was asked: for a transaction that is rolled back. */
  restore(counts: ImportCounts): void {
    this.#counts = { ...counts }
  }
}

/** Where a new document falls. */
export function outcomeOf(status: DocumentStatus): Outcome {
  if (status === 'searchable' || status === 'simplified') return 'documents'
  if (status === 'container') return 'documents'
  return status === 'no-text' || status === 'needs-ocr' || status === 'media' ? 'withoutText' : 'failed'
}
