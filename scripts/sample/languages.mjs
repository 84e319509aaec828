/**
 * The translations of the Universal Declaration that the sample archive shows: the package's code, the language tag, the file's name,
 * and for some the plain text format instead of HTML.
 */
const rows = `
afr af Afrikaans
als sq Albanian
amh am Amharic
arb ar Arabic
hye hy Armenian
aii aii Assyrian
azj_latn az Azerbaijani
eus eu Basque
bel be Belarusian
ben bn Bengali
bos_latn bs Bosnian text
bul bg Bulgarian
mya my Burmese
cat ca Catalan
cmn_hans zh-Hans Chinese (simplified)
cmn_hant zh-Hant Chinese (traditional)
hrv hr Croatian
ces cs Czech
dan da Danish
pes_2 prs Dari
nld nl Dutch
eng en English
epo eo Esperanto text
est et Estonian
fin fi Finnish
fra fr French
kat ka Georgian
deu_1996 de German
ell_monotonic el Greek
guj gu Gujarati
hat_kreyol ht Haitian Creole text
hau_NG ha Hausa text
heb he Hebrew
hin hi Hindi
hun hu Hungarian
isl is Icelandic
ibo ig Igbo text
ind id Indonesian
gle ga Irish
ita it Italian
jpn ja Japanese
kan kn Kannada
kaz kk Kazakh
khm km Khmer
kin rw Kinyarwanda text
kor ko Korean
kmr kmr Kurdish (Kurmanji)
kir ky Kyrgyz
lao lo Lao
lav lv Latvian
lin ln Lingala text
lit lt Lithuanian
mkd mk Macedonian
mal ml Malayalam
mar mr Marathi
khk mn Mongolian
nep ne Nepali
pbu ps Pashto
pes_1 fa Persian
pol pl Polish
por_BR pt-BR Portuguese (Brazil)
por_PT pt-PT Portuguese (Portugal)
pan pa Punjabi
ron_2006 ro Romanian
rus ru Russian
srp_cyrl sr-Cyrl Serbian
sin si Sinhala
slk sk Slovak
slv sl Slovenian
som so Somali text
spa es Spanish
swh sw Swahili
swe sv Swedish
tgl tl Tagalog
tgk tg Tajik
tam ta Tamil
tel te Telugu
tha th Thai
bod bo Tibetan
tir ti Tigrinya
tur tr Turkish
tuk_latn tk Turkmen
ukr uk Ukrainian
urd ur Urdu
uig_arab ug Uyghur
vie vi Vietnamese
cym cy Welsh
wol wo Wolof text
ydd yi Yiddish
yor yo Yoruba
zul zu Zulu text
`

/** One entry a translation, in the order of the files' names. */
export const languages = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [code, tag, ...rest] = row.split(' ')
    const isText = rest.at(-1) === 'text'
    return { code, tag, name: rest.slice(0, isText ? -1 : undefined).join(' '), format: isText ? 'txt' : 'html' }
  })
