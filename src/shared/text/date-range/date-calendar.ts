/** A calendar in which people write dates, by its Unicode identifier: Gregorian, Solar Hijri (Jalali), Hijri. */
export type DateCalendar = 'gregory' | 'persian' | 'islamic'
