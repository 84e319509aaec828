/**
 * Words that whoever knows what Sanad is used for would try first, and that the estimate's own lists do not have: places, prisons, names and
 * words of its readers' languages. A few dozen can not stand for a language; they keep the most likely ones from looking strong.
 */
export const LIKELY_WORDS: readonly string[] = `
sanad archive azadi edalat zendan zendani edam khavaran khavran evin gohardasht rajaishahr karaj tehran iran mashhad shiraz isfahan tabriz
ahvaz kurdistan balochistan syria damascus sednaya tadmor iraq baghdad halabja afghanistan kabul pulecharkhi lebanon beirut palestine
gaza sudan darfur chechnya grozny srebrenica ayotzinapa mohammad mohammed ali hossein hassan reza maryam zahra fatemeh fatima ahmad
mahmoud omid azar shahid shohada madar madaran payam haghighat hoghogh bashar saddam
سند آزادی عدالت زندان زندانی اعدام خاوران اوین گوهردشت تهران ایران مشهد شیراز اصفهان محمد علی حسین حسن رضا مریم زهرا فاطمه احمد امید مادر
مادران حقیقت حقوق بشر شهید دمشق صيدنايا تدمر العراق بغداد حلبجة كابل بيروت فلسطين غزة حرية عدالة سجن حقيقة شهداء الله رحمن بسم
`
  .trim()
  .split(/\s+/)
