import { HAS_DIGIT, type TextRule } from '../textRule.ts'
import { digitsOf } from './checksums.ts'
import { NUMBER_WORD } from './numberWord.ts'

const LABEL =
  'order|purchase|invoice|receipt|confirmation|return|rma|booking|customer|account|membership|member|loyalty|gift card|bestell(?:ung)?|auftrags?|rechnungs?|kunden|vorgangs?|commande|facture|client|pedido|factura|cliente|compra|encomenda|ordine|fattura|bestelling|klant|factuur|zam[óo]wieni[ea]|ordre|beställnings?|tilaus|kund|sipari[şs]|заказа?|замовлення|поръчка|narud[žz]b[aeu]|naro[čc]il[ao]|objedn[áa]vk[ayu]|rendelés(?:szám)?|comand[aă]|παραγγελίας?|คำสั่งซื้อ|(?:رقم |مرجع )?الطلب|سفارش|הזמנה|đơn hàng|pesanan|订单|訂單|客户|会员|发票|注文|ご注文|会員|주문|회원'

/** "número de pedido", "N° de commande". */
const INVERTED = `(?:n[uú]m(?:ero)?|num[ée]ro|n[°ºo]|nr)\\.? (?:de|di|do|da|del) (?:la |su |tu )?(?:${LABEL})`

/** The number after "order", "invoice", "customer" or the like. With a word for "number" four digits are enough, else six. */
export const order: TextRule = {
  id: 'order',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(
    `(?<![a-z])(?:(?:${LABEL})[ ¶-]{0,2}(?:${NUMBER_WORD}){1,2}[ ¶:#=]{0,4}|(?:${INVERTED})[ ¶:#=]{1,4}|(?:${LABEL})[ ¶:#]{1,3}(?=#?[a-z]{0,4}-?(?:\\d{6}|\\d{2,4}-\\d{4})))#?(?<value>[a-z0-9](?:[./_-]?[a-z0-9]){3,29})`,
    'gi',
  ),
  accept: (value) => digitsOf(value).length > 3,
}
