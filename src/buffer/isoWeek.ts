/** The week that `at` (ms) falls in by the device's own clock and time zone, as ISO 8601 names it: `2026-W48`. */
export function isoWeek(at: number): string {
  const day = new Date(at)
  // Days are counted in UTC, where each has 24 hours, whatever the clocks here do in spring.
  const date = Date.UTC(day.getFullYear(), day.getMonth(), day.getDate())
  const weekday = (day.getDay() + 6) % 7
  const thursday = new Date(date + (3 - weekday) * 86_400_000)
  const dayOfYear = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000
  return `${thursday.getUTCFullYear()}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`
}
