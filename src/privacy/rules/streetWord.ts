import { HAS_DIGIT, type TextRule } from '../textRule.ts'
import { endsStreet } from './endsStreet.ts'

/** German, Dutch, Scandinavian, Finnish: name and kind of street in one word, then the number. */
export const streetWord: TextRule = {
  id: 'address',
  needs: HAS_DIGIT,
  cue: 'str(?:\\.|a[asß])|gasse|allee|platz|weg|chaussee|damm|ufer|laan|gracht|plein|kade|gatan|vägen|ve[ij]|ga[dt][ea]|katu',
  pattern:
    /(?<!\p{L})(?:\p{Lu}[\p{L}.-]{0,24}[ -]){0,2}\p{Lu}?[\p{L}.-]{0,24}?(?:[Ss]tr(?:aße|asse|aat|\.)|[Gg]asse|[Aa]llee|[Pp]latz|[Ww]eg|[Cc]haussee|[Dd]amm|[Uu]fer|laan|gracht|plein|kade|gatan|vägen|vei(?:en)?|vej|gade|gata|katu) ?\d{1,4}(?: ?[a-zA-Z]|[-/]\d{1,4})?(?![\p{L}\d])(?:,? (?:[A-Z]-)?\d{4,5} \p{Lu}[\p{L}-]{1,24})?/gu,
  accept: endsStreet,
}
