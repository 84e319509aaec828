/**
 * Lines that a page wraps around an article and that come along when it is saved as text. All are whole lines: a sentence of the
 * article that mentions one of these things is not matched. Any of these shows that the text was a page.
 */
const FURNITURE: readonly RegExp[] = [
  // Copyright
  /^(?:©|&copy;|(?:\(c\)|copyright)(?:\s*(?:©|\(c\)))?\s*(?:by\s.{0,60})?(?:19|20)\d\d).{0,160}$/i,
  /^.{0,120}(?:©|\(c\)|copyright)\s*(?:\(c\)\s*|©\s*)?(?:19|20)\d\d.{0,80}$/i,
  /^.{0,120}\ball rights reserved\b.{0,60}$/i,
  /^.{0,80}(?:تمام|تمامی|کلیه|همه)\s?ی?\s*حقوق.{0,100}(?:محفوظ|متعلق).{0,80}$/,
  /^.{0,80}(?:جميع|كافة)\s*الحقوق\s*محفوظة.{0,80}$/,
  /^.{0,120}(?:tous droits réservés|todos los derechos reservados|alle rechte vorbehalten).{0,60}$/i,
  // Labels without content
  /^(?:tags?|keywords|categories|filed under|topics|mots-clés|schlagwörter|etiquetas|برچسب‌?(?:ها)?|کلیدواژه‌?(?:ها)?|الوسوم|كلمات مفتاحية)\s*:?[\s,،;|]*$/i,
  // Sharing
  /^.{0,60}social media\b.{0,40}\bicons?\b.{0,80}$/i,
  /^(?:share|tweet|post|send|email|print|save|pin|follow)\b(?: (?:this|us|it|the|on|to|by|via|with|a|an|article|story|page|post|link|friend|friends|facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|reddit|email|e-mail|print|news))+[.:!]?(?: \([^)]*\))?$/i,
  /^(?:click to|opens in (?:a )?new window).{0,60}$/i,
  /^(?:(?:facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|reddit|email|print|rss|pinterest|messenger)[\s,|/·•-]*){2,}$/i,
  /^(?:partager|teilen|compartir|condividi)(?: (?:sur|auf|en|su) .{0,40})?$/i,
  /^(?:به\s*)?اشتراک[\s‌]*(?:گذاری|بگذارید)?(?:\s*(?:در|با|این).{0,40})?\s*:?$/,
  /^(?:همرسانی|هم‌رسانی|ارسال به (?:دوستان|دوست)|نسخه (?:چاپی|قابل چاپ)|چاپ(?: (?:مطلب|خبر|صفحه))?|کپی لینک|لینک کوتاه.{0,60})\s*:?$/,
  /^(?:شارك|مشاركة|شارك (?:على|هذا|المقال).{0,40}|طباعة|أرسل إلى صديق)\s*:?$/,
  // Cookies, newsletters, comments, navigation
  /^(?:this (?:web)?site|our (?:web)?site|we|by continuing).{0,60}\bcookies?\b.{0,160}$/i,
  /^(?:accept|reject|manage|allow)(?: all)? cookies$/i,
  /^(?:subscribe|sign up)\b.{0,80}\b(?:newsletter|updates?|e-?mails?|alerts?)\b.{0,40}$/i,
  /^(?:home|news|about|contact|menu)(?:\s?[|>»/·•][^|>»/·•]{1,40}){1,8}$/i,
  /^(?:نظر(?:ات)? (?:شما|کاربران|خوانندگان)|دیدگاه‌?ها|ارسال نظر|دیدگاهتان را بنویسید|مطالب (?:مرتبط|مشابه)|اخبار مرتبط|بازگشت به بالا|پرش به محتوا|عضویت در خبرنامه.{0,40})\s*:?$/,
  /^(?:مقالات ذات صلة|مواضيع ذات صلة|أخبار ذات صلة|اترك تعليقا?ً?|اقرأ أيضا?ً?)\s*:?$/
]

/** Words that are furniture only at the edges of a page: a poem may end with "Home". */
const AT_EDGES: readonly RegExp[] = [
  /^(?:share|tweet|print|email|e-mail|whatsapp|telegram|facebook|twitter|x|linkedin|copy link|pin it|save|like|comment)s?[.:!]?$/i,
  /^(?:leave a (?:comment|reply)|post a comment|no comments(?: yet)?|comments are closed|add (?:a )?comment|\d+ comments?)\.?$/i,
  /^(?:skip to (?:main )?content|back to top|go to top|main menu|menu|search|home|log ?in|advertisement|sponsored(?: content)?|cookie (?:policy|settings|notice)|privacy policy|terms of (?:use|service)|contact us|about us|site ?map|powered by .{1,40})$/i,
  /^(?:related (?:articles|posts|stories|news|content|links)|read more|more from .{1,40}|you may also like|most read|most popular|previous (?:article|post)|next (?:article|post))\s*:?$/i
]

/** No furniture is longer; anything longer is text. */
const LONGEST = 260

/** Whether a line is furniture wherever it stands. Knows lines in English, Persian, Arabic and some French, German and Spanish. */
export function isFurniture(line: string): boolean {
  const text = line.trim()
  return text.length <= LONGEST && FURNITURE.some((pattern) => pattern.test(text))
}

/** Whether a line near the top or the end of a page is furniture. */
export function isFurnitureAtEdge(line: string): boolean {
  const text = line.trim()
  return isFurniture(text) || (text.length <= LONGEST && AT_EDGES.some((pattern) => pattern.test(text)))
}

/** Whether a line claims copyright; such a line often names the site. */
export function isCopyrightLine(line: string): boolean {
  const text = line.trim()
  return text.length <= LONGEST && /©|\(c\)|copyright|rights reserved|حقوق/i.test(text) && isFurniture(text)
}
