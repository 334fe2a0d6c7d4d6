/**
 * About how many tokens a text takes: one for 2.8 ASCII characters (markup and English), one for any other character.
 * An estimate on the safe side, for deciding when a prompt must shrink; linear in the text.
 */
export function estimateTokens(text: string): number {
  let other = 0
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) other++
  return Math.ceil((text.length - other) / 2.8 + other)
}
