import { HAS_CUE, type TextRule } from '../textRule.ts'
import { placeLength } from './destination.ts'

const CUE =
  'doru[čc](?:it|íme|enie|ení)?(?: do| na| v)?|kiszállítás(?:i cím)?(?: ide)?|szállítás ide|livrare(?: la| în)?|trimite la|toimitus(?:osoite)?|toimitetaan|leveres til|levering til|send(?:es)? til|giao(?: hàng)?(?: đến| tới)|(?:di)?kirim ke|antar ke|dihantar ke|hantar ke|παράδοση σε|αποστολή σε|доставка до|доставити (?:до|в)|доставка в|isporuka (?:na|u)|dostava (?:na|u|v)|pristatyti į|piegāde uz|tarne'

/** "Doručit do: Brno 602 00", "Giao đến: Quận 3": as `destination`, in languages met less often, and after a colon alone. */
export const destinationMore: TextRule = {
  id: 'destination',
  needs: HAS_CUE,
  cue: `(?:${CUE})(?: ?[:¶]| )`,
  pattern: new RegExp(
    `(?<![\\p{L}])(?:(?:${CUE}) ?[:¶] ?|(?:[Gg]iao(?: hàng)?(?: đến| tới)|(?:[Dd]i)?[Kk]irim ke|[Ll]everes til) )(?<value>[\\p{L}\\d][^¶[\\]|•·]{0,79})`,
    'giu',
  ),
  accept: placeLength,
}

/** Thai, Hebrew, Arabic and Persian, which know no capitals: up to the next mark. */
export const uncasedDestination: TextRule = {
  id: 'destination',
  needs: HAS_CUE,
  cue: 'ส่งไปที่|จัดส่งถึง|ส่งถึง|משלוח (?:אל|ל)|التوصيل إلى|الشحن إلى|ارسال به|تحویل در',
  pattern:
    /(?:(?:จัด)?ส่ง(?:ไปที่|ถึง)|משלוח אל|التوصيل إلى|الشحن إلى|ارسال به|تحویل در)[:： ¶]{1,3}(?!บ้าน|คุณ|หน้า|باب|منزل|الباب|الدول|جميع|كل)(?<value>[^¶,،|[\]•.!?()]{2,40})/gu,
}
