/** Texts by rule: the same ones each time, with words as frequent as in a natural language. */

const SYLLABLES = 'ba ke mi do su ra te li no vu sha pe gi ho zu ar en is on ul ka de fi go lu sa re ti mo nu'.split(' ')
const VOCABULARY = 200_000
/** Shift of Zipf's law (Mandelbrot): the most frequent words differ less than the law alone would have it. */
const SHIFT = 2.7

/** Numbers from 0 up to 1, always the same (xorshift32, Marsaglia 2003). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}

/** The word of a rank, from 0; the more frequent, the shorter. */
export function wordOfRank(rank: number): string {
  let word = ''
  let rest = rank
  do {
    word += SYLLABLES[rest % SYLLABLES.length]
    rest = Math.floor(rest / SYLLABLES.length)
  } while (rest > 0)
  return rank < SYLLABLES.length ? word : word + SYLLABLES[(rank * 7) % SYLLABLES.length]
}

export type GeneratedText = Readonly<{ title: string; text: string }>

/** `count` texts of 300 to 800 letters with a title of four words. */
export function* generateTexts(count: number, seed = 1988): Generator<GeneratedText> {
  const next = numbers(seed)
  const words = Array.from({ length: VOCABULARY }, (_, rank) => wordOfRank(rank))
  const until = new Float64Array(VOCABULARY)
  let sum = 0
  for (let rank = 0; rank < VOCABULARY; rank++) {
    sum += 1 / (rank + 1 + SHIFT)
    until[rank] = sum
  }
  const word = (): string => {
    const wanted = next() * sum
    let low = 0
    let high = VOCABULARY - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((until[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return words[low] ?? ''
  }
  for (let made = 0; made < count; made++) {
    const letters = 300 + Math.floor(next() * 500)
    const text: string[] = []
    for (let length = 0; length < letters; ) {
      const one = word()
      text.push(one)
      length += one.length + 1
    }
    yield { title: [word(), word(), word(), word()].join(' '), text: text.join(' ') }
  }
}
