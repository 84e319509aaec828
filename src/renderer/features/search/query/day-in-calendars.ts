const CALENDARS = ['gregory', 'persian', 'islamic-umalqura'] as const
const WORDS = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const

/** An ISO day in the Gregorian, the Solar Hijri and the Hijri calendar, in words of `locale`. */
export function dayInCalendars(iso: string, locale: string): readonly [string, string, string] {
  const day = new Date(`${iso}T00:00:00Z`)
  const [gregorian = '', solar = '', lunar = ''] = CALENDARS.map((calendar) => {
    const parts = new Intl.DateTimeFormat(locale, { ...WORDS, calendar }).formatToParts(day)
    if (!locale.startsWith('en')) return parts.map((part) => part.value).join('')
    // Day, month, year, as everywhere in the English window.
    const named = new Map(parts.map((part) => [part.type, part.value]))
    const era = calendar === 'gregory' ? undefined : named.get('era')
    return [named.get('day'), named.get('month'), named.get('year'), era].filter(Boolean).join(' ')
  })
  return [gregorian, solar, lunar]
}
