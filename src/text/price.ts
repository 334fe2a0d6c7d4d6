import { hasWord } from './letters.ts'

/** Digits as Arabic and Persian write them, too. */
const DIGITS = '\\d٠-٩۰-۹'
const AMOUNT = `[${DIGITS}][${DIGITS}.,' ٬]*`
const SIGN = '[$£¥￥฿₠-₿]'
/** Names that stand on either side of an amount. */
const NAMES = 'usd|eur|gbp|chf|kr|aed|sar|egp|rs|rm|rp|vnd'

/** An amount of money, with the sign or name of its currency before or behind it. */
export const PRICE = RegExp(
  `(?:(?:\\bus ?)?${SIGN}|\\b(?:${NAMES})\\.?)\\s?${AMOUNT}|${AMOUNT}\\s?(?:${SIGN}|(?:${NAMES}|sek|nok|dkk|zł|pln|kč|czk|руб|р|грн|ft|lei|tl|円|元|원|(?:vn)?đ|บาท|[ردج]\\.[سإمك]|ريال|درهم|جنيه|تومان)(?![a-zà-яḀ-ỿ]))`,
  'gi',
)

/** True where the text holds an amount of money. */
export function hasPrice(text: string): boolean {
  PRICE.lastIndex = 0
  return text.length < 400 && /[\d٠-۹]/.test(text) && PRICE.test(text)
}

/** True where the text says an amount of money, and no word beside it. */
export const isPrice = (text: string): boolean => hasPrice(text) && !hasWord(text.replace(PRICE, ' '))
