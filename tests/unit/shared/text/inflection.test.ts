import { describe, expect, test } from 'vitest'
import { formsToLookUp, inflectedForms, inflectionPrefix } from '#shared/text/inflection'

/** Word: what stands in the archive; forms of the word first, other words after the bar. */
const CASES: Readonly<Record<string, readonly (readonly [word: string, archive: string])[]>> = {
  English: [
    ['execution', 'executions | executive executor executioner executed execute'],
    ['executions', 'execution | executive executors'],
    ['execute', 'executed executes executing | execution executor executive'],
    ['executed', 'execute executes executing | execution executive'],
    ['city', 'cities | cite citizen citizens'],
    ['cities', 'city | citizen citrus'],
    ['law', 'laws | lawyer lawn lawful'],
    ['detain', 'detained detaining detains | detainee detainees detention'],
    ['plan', 'plans planned planning | plane planes planet plant'],
    ['star', 'stars starred starring | stare staring start'],
    ['church', 'churches | churchill churchyard'],
    ['woman', 'women | womb womens'],
    ['policeman', 'policemen | police'],
    ['child', 'children | childhood childish'],
    ['life', 'lives | lifeless'],
    ['free', 'freed frees freeing | freedom freely'],
    ['threat', 'threats | threaten threatened threatens threatening'],
    ['refuge', 'refuges | refugee refugees'],
    ['work', 'works worked working | worker workers workman'],
    ['even', ' | evening evenings event'],
    ['human', 'humans | humane humanity humanist'],
    ['press', 'presses pressed pressing | pressure'],
    ['new', ' | news newly newer'],
    ['moral', 'morals | morale morality'],
    ['wood', 'woods wooded | wooden'],
    ['war', 'wars | warn warm ward warrant']
  ],
  French: [
    ['droit', 'droits | droiture'],
    ['journal', 'journaux | journalisme journaliste'],
    ['general', 'generaux generale generales | generalite'],
    ['humain', 'humains humaine humaines | humanite'],
    ['tableau', 'tableaux | tablette'],
    ['iranien', 'iraniens iranienne iraniennes | iranite'],
    ['condamne', 'condamnes | condamnation'],
    ['dan', ' | dans dansent'],
    ['active', 'actives actif actifs | activite']
  ],
  German: [
    ['verletzung', 'verletzungen | verletzlich'],
    ['recht', 'rechte rechten rechtes rechts | rechtlich'],
    ['haus', 'hauser hausern hauses | hausherr'],
    ['kind', 'kinder kindern kindes | kindlich kindheit'],
    ['freiheit', 'freiheiten | freiheitlich'],
    ['spiel', 'spiele spielen | spieler spielern spielers spielerin'],
    ['strafe', 'strafen | strafbar'],
    ['opfer', 'opfern opfers | opferte']
  ],
  Spanish: [
    ['derecho', 'derechos | derechista'],
    ['ejecucion', 'ejecuciones | ejecutivo'],
    ['juez', 'jueces | juego'],
    ['mujer', 'mujeres | mujeriego'],
    ['detenido', 'detenidos detenida detenidas | detencion'],
    ['puerto', 'puertos | puerta puertas']
  ],
  Italian: [
    ['diritto', 'diritti | dirittura'],
    ['persona', 'persone | personale'],
    ['esecuzione', 'esecuzioni | esecutivo'],
    ['donna', 'donne | donnola'],
    ['bosco', 'boschi | boschivo']
  ],
  Portuguese: [
    ['direito', 'direitos | direita'],
    ['prisao', 'prisoes | prisma'],
    ['homem', 'homens | homenagem'],
    ['nacional', 'nacionais | nacionalidade'],
    ['mulher', 'mulheres | mulherio']
  ],
  Dutch: [
    ['moord', 'moorden | moordenaar'],
    ['staat', 'staten | stand'],
    ['huis', 'huizen | huiselijk'],
    ['brief', 'brieven | briefje'],
    ['getal', 'getallen | getalenteerd'],
    ['gevangene', 'gevangenen | gevangenis']
  ],
  Turkish: [
    ['insan', 'insanlar insanlari insanlarin insanin | insanlik insanca'],
    ['mahkeme', 'mahkemeler mahkemeleri mahkemede | mahkum'],
    ['popu', ' | popular']
  ],
  Russian: [
    ['права', 'право прав правам правами | правда правило правительство'],
    ['свобода', 'свободы свободе свободу | свободно свободныи']
  ],
  Persian: [
    ['کتاب', 'کتابها کتابهای | کتابخانه کتابدار'],
    ['بزرگ', 'بزرگتر بزرگترین | بزرگوار']
  ]
}

describe.each(Object.entries(CASES))('%s', (_language, cases) => {
  test.each(cases)('%s: %s', (word, archive) => {
    const [forms = [], others = []] = archive.split('|').map((part) => part.trim().split(' ').filter(Boolean))
    const archived = [...others, ...forms]
    expect(inflectedForms(word, archived).sort()).toEqual([...forms].sort())
  })

  test.each(cases)('looking up what %s asks for is enough', (word, archive) => {
    const archived = archive.split(/[ |]+/).filter(Boolean)
    const asked = formsToLookUp(word)
    expect(asked.length).toBeLessThan(400)
    expect(
      inflectedForms(
        word,
        archived.filter((other) => asked.includes(other))
      )
    ).toEqual(inflectedForms(word, archived))
  })

  test.each(cases)('every form of %s begins with its prefix', (word, archive) => {
    const forms = (archive.split('|')[0] ?? '').trim().split(' ').filter(Boolean)
    const prefix = inflectionPrefix(word) ?? ''
    expect(forms.filter((form) => !form.startsWith(prefix))).toEqual([])
  })
})

describe('inflectionPrefix', () => {
  test.each(['', 'ab', '1988', 'b2', 'the', 'dans', '人', 'שלום', 'λογοσ'])('is null for %j', (term) => {
    expect(inflectionPrefix(term)).toBeNull()
    expect(inflectedForms(term, [`${term}s`])).toEqual([])
  })
})
