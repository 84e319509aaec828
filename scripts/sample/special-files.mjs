// Documents that can not be written as text in an editor: old bytes, a picture inside a page, a PDF.
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

/** A page of PDF with one line on it. */
export function scannedReceipt() {
  const content = 'BT /F1 14 Tf 72 760 Td (Example: receipt for letter DRV 7/2021, 15 March 2021.) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1'
  )
}
