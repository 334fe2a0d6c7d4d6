/** An amount of money, with the sign or name of its currency before or behind it. */
export const PRICE =
  /(?:[$€£¥￥₹₽₩₺₪฿₫₴₸]|\b(?:usd|eur|gbp|us|rs|chf|kr|aed|sar|rm|rp)\b)\s?\d[\d.,' ]*|\d[\d.,' ]*\s?(?:[$€£¥￥₹₽₩₺₪฿₫₴₸]|(?:usd|eur|gbp|chf|kr|sek|nok|dkk|zł|pln|kč|czk|руб|р|грн|ft|lei|tl|円|元|원|ر\.س|د\.إ|ج\.م|ريال|درهم)(?![a-zà-ɏа-я]))/gi

/** True where the text holds an amount of money. */
export function hasPrice(text: string): boolean {
  PRICE.lastIndex = 0
  return text.length < 400 && /\d/.test(text) && PRICE.test(text)
}
