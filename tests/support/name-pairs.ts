/**
 * Names as people write them in two scripts, to measure proposals by: usual given and family names, joined at will, and places. None of
 * them is meant to be anybody.
 */
const PAIRS = `
محمد Mohammad|محمد Muhammad|محمد Mohamed|محمود Mahmoud|احمد Ahmad|احمد Ahmed|علی Ali|حسین Hossein|حسین Hussain|حسین Husayn|حسن Hassan
رضا Reza|رضا Resa|ابراهیم Ebrahim|ابراهیم Ibrahim|اسماعیل Esmail|اسماعیل Ismail|اسماعیل Esmaeel|یوسف Yousef|یوسف Yusuf|موسی Mousa
عیسی Isa|مصطفی Mostafa|مصطفی Mustafa|مرتضی Morteza|مرتضی Murtada|مجتبی Mojtaba|فاطمه Fatemeh|فاطمه Fatima|زهرا Zahra|زینب Zeinab
زینب Zaynab|معصومه Masoumeh|معصومه Masumeh|مریم Maryam|طاهره Tahereh|صدیقه Sedigheh|منیره Monireh|ناهید Nahid|نسرین Nasrin|پروین Parvin
شیرین Shirin|شیرین Chirine|مهناز Mahnaz|سهیلا Soheila|ثریا Soraya|نوشین Noushin|ژاله Zhaleh|ژاله Jaleh|ویدا Vida|خدیجه Khadijeh
خدیجه Khadija|بهرام Bahram|بهروز Behrouz|بهروز Behruz|بهزاد Behzad|فرهاد Farhad|فریدون Fereydoun|فریدون Fereidoon|کاوه Kaveh|کامران Kamran
کیومرث Kioumars|کیومرث Kiumars|هوشنگ Houshang|هوشنگ Hushang|جمشید Jamshid|منوچهر Manouchehr|منوچهر Manuchehr|پرویز Parviz|چنگیز Changiz
خسرو Khosrow|خسرو Khosro|خسرو Chosrow|داریوش Dariush|داریوش Daryoush|سیاوش Siavash|سیاوش Siyavush|سهراب Sohrab|رستم Rostam|اسفندیار Esfandiar
اسحاق Eshagh|اسحاق Ishaq|یعقوب Yaghoub|یعقوب Yaqub|قاسم Ghasem|قاسم Qasim|صادق Sadegh|صادق Sadeq|باقر Bagher|باقر Baqir|جعفر Jafar
کاظم Kazem|کاظم Kadhim|نظام Nezam|ناظم Nazem|ذبیح Zabih|غلام Gholam|غفور Ghafour|ظاهر Zaher|عباس Abbas|سعید Saeed|سعید Said
سعید Saïd|مسعود Masoud|مسعود Massoud|منصور Mansour|منصور Mansur|طالب Taleb|خلیل Khalil|خالد Khaled|شریف Sharif|شهید Shahid|شهید Chahid
شهید Schahid|رشید Rachid|رشید Rashid|یاسین Yacine|یاسین Yasin|جمال Gamal|جمال Jamal|ناصر Nasser|هاشمی Hashemi|احمدی Ahmadi|محمدی Mohammadi
حسینی Hosseini|حسینی Husseini|کریمی Karimi|رحیمی Rahimi|موسوی Mousavi|موسوی Moussavi|جعفری Jafari|قاسمی Ghasemi|صادقی Sadeghi|نوری Nouri
نوری Noori|شیرازی Shirazi|تبریزی Tabrizi|اصفهانی Esfahani|اصفهانی Isfahani|تهرانی Tehrani|همدانی Hamedani|کرمانی Kermani|یزدی Yazdi
قزوینی Qazvini|قزوینی Ghazvini|خراسانی Khorasani|گیلانی Gilani|لاریجانی Larijani|بهشتی Beheshti|رفسنجانی Rafsanjani|طباطبایی Tabatabai
طباطبایی Tabatabaei|پورمحمد Pourmohammad|نیکنام Niknam|فرخزاد Farrokhzad|خاوران Khavaran|خاوران Xavaran|خاوران Khawaran|تهران Tehran
تهران Teheran|اوین Evin|مشهد Mashhad|مشهد Meshed|اصفهان Isfahan|شیراز Shiraz|شیراز Chiraz|تبریز Tabriz|کرمانشاه Kermanshah|سنندج Sanandaj
اهواز Ahvaz|اهواز Ahwaz|بوشهر Bushehr|همدان Hamedan|قزوین Qazvin|رشت Rasht|زاهدان Zahedan|بغداد Baghdad|بغداد Bagdad|دمشق Dimashq
حلب Halab|بیروت Beirut|بیروت Beyrouth|طرابلس Tarabulus|کابل Kabul|قندهار Kandahar|قندهار Qandahar|هرات Herat|مزار Mazar
`

export const NAME_PAIRS: readonly (readonly [arabic: string, latin: string])[] = PAIRS.trim()
  .split(/[|\n]/)
  .map((pair) => {
    const [arabic = '', latin = ''] = pair.split(' ')
    return [arabic, latin]
  })
