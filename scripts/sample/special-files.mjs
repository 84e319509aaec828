// Documents that can not be written as text in an editor: old bytes, a picture inside a page, a PDF.
import { readFileSync } from 'node:fs'
import { stamp } from './pictures.mjs'

/** Persian as it was typed on a Windows of 1998: the Arabic ye and kaf, and no narrow space. */
const notebook = `دفترچه يادداشت

يازدهم آبان ۷۷

امروز باز به مهراب رفتم. راننده گفت که زمين پايين رودخانه را ده سال پيش شبانه خاکبرداري کردند و کسي حق نداشت چراغ روشن کند. نامش را نمي‌نويسم.

پيرزني که کنار جاده نشسته بود نامه‌هاي پسرش را نشانم داد. شصت و يک نامه، همه با مهر زندان. گفت هر شب يکي را مي‌خواند و دوباره از اول.

بايد اين کتاب را تمام کنم، پيش از آنکه شاهدان يکي يکي بروند.

سند نمونه، براي آرشيو نمونه سند نوشته شده است. اشخاص و جاها و رويدادهاي آن ساختگي است.
`

/** The bytes of a text in a single-byte character set. Throws for a character it does not have. */
function encode(text, charset) {
  const decoder = new TextDecoder(charset)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Buffer.from(
    Array.from(text, (character) => {
      const byte = bytes.get(character)
      if (byte === undefined) throw new Error(`${charset} has no "${character}" (U+${character.codePointAt(0).toString(16)})`)
      return byte
    })
  )
}

/** windows-1256 has no Persian digits; people typed the European ones. */
export const oldNotebook = () =>
  encode(
    notebook.replace(/[۰-۹]/g, (digit) => String(digit.codePointAt(0) - 0x6f0)),
    'windows-1256'
  )

/** One file with everything in it, as "save as a single page" extensions write it. */
export const singlePage = () => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Rapport annuel 2022, extrait : le droit de savoir</title>
<meta name="author" content="Comité Mémoire et Vérité (exemple)">
<meta name="DC.date" content="2022-11-25">
<meta property="og:url" content="https://memoire.example.org/rapports/2022/le-droit-de-savoir">
<style>body{font-family:Georgia,serif;max-width:40em;margin:2em auto;line-height:1.6}img{float:right;margin:0 0 1em 1em}</style>
</head>
<body>
<article>
<h1>Le droit de savoir</h1>
<img src="data:image/png;base64,${stamp().toString('base64')}" alt="Cachet d’une prison sur une lettre" width="120" height="120">
<p>Extrait du rapport annuel du Comité Mémoire et Vérité, 25 novembre 2022.</p>
<p>La disparition forcée est un crime continu : elle dure aussi longtemps que le sort de la personne n’est pas établi. Les familles des
prisonniers de Nehrin attendent depuis plus de trente ans. Elles n’ont reçu ni acte de décès, ni jugement, ni lieu de sépulture.</p>
<p>En 2021, des experts indépendants ont écrit au gouvernement que ces exécutions pourraient constituer des crimes contre l’humanité. La
lettre demandait une enquête impartiale. La réponse, arrivée deux mois plus tard, tient en trois phrases.</p>
<h2>Recommandations</h2>
<ul>
<li>Publier la liste complète des personnes mortes en détention à Nehrin entre juillet et septembre 1988.</li>
<li>Protéger le Verger d’en bas comme lieu de preuve et de recueillement.</li>
<li>Garantir que les témoins puissent déposer sans crainte, chez eux ou à l’étranger.</li>
</ul>
<p>Savoir n’efface rien. Mais l’ignorance imposée est une peine que personne n’a prononcée et que des milliers de proches purgent encore.</p>
</article>
<footer><p>Document d’exemple, écrit pour les archives d’essai de Sanad. Les personnes, les lieux et les faits sont inventés.</p></footer>
</body>
</html>
`

/** The pixels of a PNG as they are packed in it: PDF knows the same compression and the same filters. */
function packedPixels(picture) {
  const parts = []
  for (let at = 8; at < picture.length; at += 12 + picture.readUInt32BE(at))
    if (picture.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(picture.subarray(at + 8, at + 8 + picture.readUInt32BE(at)))
  return Buffer.concat(parts)
}

/** A receipt as a scanner keeps it: one page of PDF that is a picture in black and white, without a word of text. */
export function scannedReceipt() {
  const picture = readFileSync(new URL('receipt.png', import.meta.url))
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)]
  const pixels = packedPixels(picture)
  const content = `q 595 0 0 ${Math.round((595 * height) / width)} 0 0 cm /Scan Do Q`
  const stream = (dictionary, bytes) =>
    Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')])
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${Math.round((595 * height) / width)}] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>`
    ),
    stream('', Buffer.from(content)),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 1 /Columns ${width} >>`,
      pixels
    )
  ]
  const parts = [Buffer.from('%PDF-1.4\n')]
  const offsets = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((object, at) => {
    offsets.push(length())
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'))
  })
  const start = length()
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}
