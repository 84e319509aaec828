/** The name of a part as it is compared: without the leading slash, with `/`, lower case (OPC: names are compared without case). */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

/** The part that `target`, written in a relationship of the part `from`, leads to; `from` is empty for the package itself. */
export function resolveTarget(from: string, target: string): string {
  const path = decoded(target.replaceAll('\\', '/').replace(/[?#].*$/, ''))
  const folders = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') folders.pop()
    else if (step !== '.' && step !== '') folders.push(step)
  }
  return folders.join('/')
}

/** The part that holds the relationships of `part`; of the package itself when it is empty. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

function decoded(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    // A name with a bare percent sign: as it is written.
    return path
  }
}
