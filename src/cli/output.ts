import type { Session } from '#cli/session'
import type { ArchivePlace } from '#engine/integrity/archive-place'

/** What a command prints: with --json one JSON document and nothing else on standard output, without it text for a person. */
export type Output = Readonly<{ json: unknown; text: string; exitCode?: 0 | 1 }>

/** Prints and resolves once everything is handed to the operating system, so that a following exit cuts nothing off. */
export async function print(output: Output, asJson: boolean): Promise<void> {
  const text = asJson ? JSON.stringify(output.json) : output.text
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text.endsWith('\n') || text === '' ? text : `${text}\n`, (error) => (error ? reject(error) : resolve()))
  })
}

/** A command after its words were understood: it throws UsageError before, and needs an archive only now. */
export type Prepared = (session: Session) => Output | Promise<Output>

/** The same for one that is given where the archive is, not an open archive. */
export type PreparedOnFolder = (place: ArchivePlace) => Output | Promise<Output>
