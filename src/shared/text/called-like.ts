import { indexText } from '#shared/text/index-text'

/** Whether a name has words that begin with all those of `text`, in any order and however they are spelled; so has any name where there are none. */
export function calledLike(text: string): (name: string) => boolean {
  const wanted = indexText(text).split(' ').filter(Boolean)
  return (name) => {
    if (wanted.length === 0) return true
    const words = indexText(name).split(' ')
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  }
}
