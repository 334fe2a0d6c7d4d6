import { HAS_CUE, type TextRule } from '../textRule.ts'

const SHOP_NAMES =
  /^(?:men|women|kid|boy|girl|child|children|today|mother|father|macy|kohl|lowe|sam|wendy|levi|teacher|valentine|new year|it|that|what|there|here|let|who|he|she|everyone)$/i

/** "John's Orders", "Anna's Amazon.de". */
export const possessive: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: "['’]s (?:amazon|account|orders|wish|shopping list|lists?\\b|cart\\b|basket\\b|profile|addresses|registry)",
  pattern:
    /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{M}-]{1,24}(?=¶{0,2}['’]s (?:Amazon|[Aa]ccount|Orders|Wish ?[Ll]ist|Shopping [Ll]ist|Lists?|cart|basket|Profile|Addresses|Registry)(?!\p{L}))/gu,
  accept: (value) => !SHOP_NAMES.test(value),
}
