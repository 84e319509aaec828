import { describe, expect, test } from 'vitest'
import { createNames } from '#engine/names/changing'
import { proposeForCard, proposeForText } from '#engine/names/propose'
import { indexText } from '#shared/text/index-text'
import { addDocuments, newArchive } from '#tests/support/archive'

const TEXTS = [
  'گفتگو با ابراهیم دارانی در خاوران.',
  'Ibrahim Darani was seen in Khavaran.',
  'Dr. Ebrahim Darany spoke. Ebrahim Darany left.',
  'DARANI, Ebrahim: a list of names. E. Darani signed.',
  'عبد الله نهرینی و عبدالله نهرینی دو تن‌اند.',
  'Abdullah Nehrini met Abd Allah Nehrini and Abdollah Nahrini.',
  'Hosseinzadeh, Hossein Zadeh, حسین‌زاده',
  'A list of prisons and of courts.'
]

test('proposals are what stands in the archive, as it is written there, and what the rules make; nothing the card has', () => {
  const { db } = newArchiveOf()
  const [card] = createNames(db, [{ kind: 'person', label: 'Ebrahim Darani', spellings: [] }])
  const proposals = proposeForCard(db, card?.id ?? (0 as never))
  const standing = proposals.filter(({ origin }) => origin === 'vocabulary').map(({ text }) => text)
  expect(standing).toEqual(
    expect.arrayContaining(['ابراهیم دارانی', 'Ibrahim Darani', 'Ebrahim Darany', 'DARANI, Ebrahim', 'E. Darani'])
  )
  expect(standing).not.toContain('Ebrahim Darani')
  expect(proposals.every(({ documents, origin }) => documents > 0 === (origin === 'vocabulary'))).toBe(true)
})

test('parts that are written joined in one place are proposed apart, and the other way round', () => {
  const { db } = newArchiveOf()
  const found = (text: string) => proposeForText(db, text, 'person').map((proposal) => proposal.text)
  expect(found('عبدالله نهرینی')).toEqual(
    expect.arrayContaining(['عبد الله نهرینی', 'Abdullah Nehrini', 'Abd Allah Nehrini', 'Abdollah Nahrini'])
  )
  expect(found('Hosseinzadeh')).toEqual(expect.arrayContaining(['Hossein Zadeh', 'حسین‌زاده']))
})

test('titles are left away, and nothing is proposed for what holds no name', () => {
  const { db } = newArchiveOf()
  expect(proposeForText(db, 'آیت‌الله سید ابراهیم دارانی', 'person').map(({ text }) => text)).toContain('ابراهیم دارانی')
  expect(proposeForText(db, '؟!', 'person')).toEqual([])
  expect(proposeForText(db, '1988', 'place')).toEqual([])
})

function newArchiveOf() {
  const archive = newArchive()
  addDocuments(
    archive,
    TEXTS.map((text) => ({ text }))
  )
  return archive
}

describe('names that are cut into words elsewhere', () => {
  test.each([
    ['حمیدرضا توانگر', 'Hamid Reza Tavangar', 'Hamidreza Tawangar'],
    ['غلامحسین قره‌باغی', 'Gholam Hossein Qarabaghi', 'Gholamhossein Gharabaghi'],
    ['منیژه خواجه‌نوری', 'Manizheh Khajeh Nouri', 'Manijeh Khajehnouri'],
    ['عبدالرحمن الهاشمي', 'Abdulrahman al-Hashimi', 'Abd al-Rahman al-Hashemi', 'Abdel Rahman El Hachimi'],
    ['مصطفى الزيات', 'Mustafa al-Zayyat', 'Mostafa az-Zayat'],
    ['هدى الشريف', 'Huda al-Sharif', 'Houda ash-Sharif'],
    ['ضياء الدين العبادي', 'Zia ad-Din al-Abadi', 'Ziauddin al-Abadi']
  ])('%s', (...spellings) => {
    const archive = newArchive()
    addDocuments(
      archive,
      spellings.map((spelling) => ({ text: `The court heard ${spelling} on that day.` }))
    )
    const [native = '', ...others] = spellings
    const keys = (text: string) => proposeForText(archive.db, text, 'person').map(({ key }) => key)
    for (const other of others) {
      expect(keys(native)).toContain(indexText(other))
      expect(keys(other)).toContain(indexText(native))
    }
  })

  test('an apostrophe for a hamza is no end of a word', () => {
    const archive = newArchive()
    addDocuments(archive, [{ text: 'ایرج مؤمنی' }, { text: 'Iraj Momeni' }])
    const found = proposeForText(archive.db, 'Iraj Mo’meni', 'person').map(({ text }) => text)
    expect(found).toEqual(expect.arrayContaining(['ایرج مؤمنی', 'Iraj Momeni']))
  })
})

test('another script comes first, and a name of one word is not taken for any word that sounds a little like it', () => {
  const archive = newArchive()
  addDocuments(archive, [
    { text: 'Darvan' },
    { text: 'dat is daarvan het geval, en daarvan ook' },
    { text: 'خانواده‌های دروان' },
    { text: 'trvání dürfen turvaan' }
  ])
  const found = proposeForText(archive.db, 'Darvan', 'place')
  expect(found.filter(({ documents }) => documents > 0).map(({ text }) => text)).toEqual(['دروان', 'daarvan'])
})
