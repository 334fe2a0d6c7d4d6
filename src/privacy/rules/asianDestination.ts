import { HAS_CUE, type TextRule } from '../textRule.ts'

/** The same in Chinese, Japanese and Korean, where a place ends at a space or a mark. */
export const asianDestination: TextRule = {
  id: 'destination',
  needs: HAS_CUE,
  cue: '[配发送]送?货?[至到往]|寄往|お届け先|宅配先|배송지',
  pattern:
    /(?:配送[至到]|送货?[至到]|发货?[至到往]|寄[往到至]|お届け先|宅配先|배송지)[:： ¶]{0,3}(?!家|店|您|你|门|全国|地址|を|の|변경|선택|设置|选择)(?<value>[^\s¶,，。、;；[\]|]{2,40})/g,
}
