import { HAS_DIGIT, HAS_DIGITS, type TextRule } from '../textRule.ts'

const DEGREES = '[-+]?\\d{1,3}\\.\\d{4,12}'

/** A latitude and a longitude with four decimals or more: 11 metres or better. */
export const geo: TextRule = {
  id: 'geo',
  needs: HAS_DIGITS,
  pattern: new RegExp(`(?<![\\d.])${DEGREES}°? ?[NS]?[ ,;/|]{1,3}${DEGREES}°? ?(?:[EWO]\\b)?(?!\\d|\\.\\d)`, 'gi'),
  accept: (value) => {
    const [latitude = 0, longitude = 0] = (value.match(/[-+]?\d+\.\d+/g) ?? []).map(Number)
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  },
}

/** Degrees, minutes and seconds of both coordinates. */
export const geoDegrees: TextRule = {
  id: 'geo',
  needs: HAS_DIGIT,
  cue: '\\d°',
  pattern:
    /(?<!\d)\d{1,3}° ?\d{1,2}['’′] ?(?:\d{1,2}(?:\.\d{1,6})?["”″] ?)?[NS][ ,;]{1,3}\d{1,3}° ?\d{1,2}['’′] ?(?:\d{1,2}(?:\.\d{1,6})?["”″] ?)?[EWO]/gi,
}

/** One coordinate after its label. */
export const labelledGeo: TextRule = {
  id: 'geo',
  needs: HAS_DIGIT,
  cue: '\\b(?:lat|lng|lon|long|latitude|longitude)\\b',
  pattern: /\b(?:lat|lng|lon|long|latitude|longitude)["']?[ ¶:=]{1,3}["']?(?<value>[-+]?\d{1,3}\.\d{2,12})/gi,
}
