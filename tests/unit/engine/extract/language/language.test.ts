import { describe, expect, it } from 'vitest'
import { languageOf } from '#engine/extract/language/language'

describe('languageOf', () => {
  it.each([
    ['The families were told nothing for three weeks after the arrest of the teacher.', 'en', 'ltr'],
    ['Les familles n’ont reçu aucune nouvelle pendant trois semaines après l’arrestation.', 'fr', 'ltr'],
    ['خانواده‌ها سه هفته از بازداشت آموزگار بی‌خبر بودند و کسی پاسخ آنان را نداد.', 'fa', 'rtl'],
    ['لم تتلق العائلات أي خبر لمدة ثلاثة أسابيع بعد اعتقال المعلمة في منزلها.', 'ar', 'rtl'],
    ['خاندانوں کو استاد کی گرفتاری کے بعد تین ہفتوں تک کوئی خبر نہیں ملی۔', 'ur', 'rtl'],
    ['خێزانەکان بۆ ماوەی سێ هەفتە هیچ هەواڵێکیان لەسەر دەستگیرکردنی مامۆستاکە نەبوو.', 'ckb', 'rtl'],
    [
      'کورنیو ته تر دریو اونیو پورې د ښوونکي د نیول کیدو په اړه څه ونه ویل شول، ټول اندېښمن ول او هیڅ ډول ځواب نه و.',
      'ps',
      'rtl'
    ],
    ['המשפחות לא קיבלו שום ידיעה במשך שלושה שבועות לאחר המעצר.', 'he', 'rtl'],
    ['Семьи три недели ничего не знали после ареста учительницы.', 'ru', 'ltr'],
    ['家人在教师被捕后的三个星期里没有得到任何消息,他们一直在打听她的下落。', 'zh', 'ltr'],
    ['教師被捕後的三個星期裡,家人們沒有得到任何消息,他們一直在打聽她的下落。', 'zh-Hant', 'ltr'],
    ['教師が逮捕された後、家族は三週間何の知らせも受け取れなかった。', 'ja', 'ltr'],
    ['교사가 체포된 후 가족들은 삼 주 동안 아무 소식도 듣지 못했다.', 'ko', 'ltr'],
    ['ครอบครัวไม่ได้รับข่าวใดๆ เป็นเวลาสามสัปดาห์หลังการจับกุม', 'th', 'ltr'],
    ['Οι οικογένειες δεν έμαθαν τίποτα για τρεις εβδομάδες.', 'el', 'ltr'],
    ['Ընտանիքները երեք շաբաթ ոչինչ չգիտեին ձերբակալությունից հետո:', 'hy', 'ltr'],
    ['ოჯახებმა სამი კვირის განმავლობაში არაფერი იცოდნენ დაკავების შემდეგ.', 'ka', 'ltr']
  ])('reads %s as %s', async (text, language, direction) => {
    expect(await languageOf(text, null, null)).toEqual({ language, direction })
  })

  it('does not guess from a few letters', async () => {
    expect((await languageOf('List 7', null, null)).language).toBe('und')
    expect((await languageOf('', null, null)).language).toBe('und')
    expect((await languageOf('12345 — 67890 +++ 2020', null, null)).language).toBe('und')
  })

  it('uses what the document declares where the text leaves it open', async () => {
    expect((await languageOf('List 7', 'fa', null)).language).toBe('fa')
    expect(
      (await languageOf('Kutokana na habari hii, familia zao hazikujua lolote kwa wiki tatu.', 'sw-KE', null)).language
    ).toBe('sw-KE')
    expect((await languageOf('The families were told nothing for three weeks.', 'en_gb', null)).language).toBe('en-GB')
    expect((await languageOf('די משפּחות האָבן דרײַ װאָכן גאָרנישט געהערט פֿון איר', 'yi', null)).language).toBe('yi')
  })

  it('does not believe a declaration that the text contradicts, or that is none', async () => {
    expect((await languageOf('خانواده‌ها سه هفته از بازداشت آموزگار بی‌خبر بودند و کسی پاسخ نداد.', 'en', null)).language).toBe(
      'fa'
    )
    expect((await languageOf('Семьи три недели ничего не знали после ареста.', 'en-US', null)).language).toBe('ru')
    expect((await languageOf('List 7', 'not a language!', null)).language).toBe('und')
  })

  it('tells the language of the script that most of the text is in, whatever is quoted in another', async () => {
    const letter =
      'Dear colleagues, attached you find the count of letters by month. The last one of Behnam K. has the number 61.'
    const quoted = 'نامه شماره ۶۱ پیوست نیست؛ خانواده آن را نزد خود نگه داشته است.'
    expect(await languageOf(`${letter}\n${quoted}`, null, null)).toEqual({ language: 'en', direction: 'ltr' })
    expect(await languageOf(`${quoted}\n${quoted}\n${letter}`, null, null)).toEqual({ language: 'fa', direction: 'rtl' })
  })

  it('takes the direction from the letters before the declaration', async () => {
    expect((await languageOf('خانواده‌ها سه هفته از بازداشت آموزگار بی‌خبر بودند.', null, 'ltr')).direction).toBe('rtl')
    expect((await languageOf('12345', null, 'rtl')).direction).toBe('rtl')
    expect((await languageOf('12345', 'fa', null)).direction).toBe('rtl')
    expect((await languageOf('12345', null, null)).direction).toBe('ltr')
  })
})
