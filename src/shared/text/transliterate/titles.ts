import { indexText } from '#shared/text/index-text'

/** What stands before names and is no part of them, as people write it in the languages of the archive. */
const TITLES = `
dr doctor mr mrs ms miss sir prof professor engineer eng judge minister president general colonel captain major brigadier sergeant
ayatollah ayatullah ayatolah hojjatoleslam hojatoleslam hojjatolislam hujjatulislam seyed seyyed sayyed sayyid sayed syed sayid seyyid
haj hajj haji hadji hajji imam sheikh shaykh sheik cheikh scheich mullah molla mulla sardar monsieur madame mme mlle herr frau bey agha aqa khanom khanum
دکتر مهندس آقا آقای خانم استاد پروفسور قاضی وزیر سردار سرهنگ سرتیپ سرلشکر سروان آیت‌الله حجت‌الاسلام سید سیده حاج حاجی حاجیه امام شیخ ملا شهید شهیده مرحوم
الدکتور الاستاذ السید السیده الشیخ الامام الحاج القاضی الشهید الجنرال العقید
`

const SET: ReadonlySet<string> = new Set(TITLES.trim().split(/\s+/).map(indexText))
/** Titles of two words. */
const PAIRS: ReadonlySet<string> = new Set(
  ['آیت الله', 'آیه الله', 'حجت الاسلام', 'hojjat oleslam', 'hojjat eslam', 'ayat allah', 'ayat ollah'].map(indexText)
)

/** The index terms of a name without the titles before it; all of them when nothing else would be left. */
export function withoutTitles(terms: readonly string[]): readonly string[] {
  let from = 0
  while (from < terms.length - 1) {
    const isPair = PAIRS.has(terms.slice(from, from + 2).join(' '))
    if (!isPair && !SET.has(terms[from] ?? '')) break
    from += isPair ? 2 : 1
  }
  return from < terms.length ? terms.slice(from) : terms
}
