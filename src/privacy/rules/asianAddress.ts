import { HAS_CUE, HAS_DIGIT, type TextRule } from '../textRule.ts'

/** Chinese, Japanese, Korean. */
export const asianAddress: TextRule = {
  id: 'address',
  needs: HAS_DIGIT | HAS_CUE,
  cue: '[路街道巷弄号號室市区县縣県都府〒구동로길]',
  pattern:
    /[\u4e00-\u9fff\d]{0,24}(?:路|街|道|巷|弄|胡同)[\d一二三四五六七八九十百]{1,5}(?:号|號|弄)[\u4e00-\u9fff\da-zA-Z#-]{0,24}|[\u4e00-\u9fff]{2,8}(?:省|自治区)[\u4e00-\u9fff]{1,8}市[\u4e00-\u9fff\da-zA-Z#-]{0,30}|[\u4e00-\u9fff]{2,6}市[\u4e00-\u9fff]{1,6}[区县縣區](?:[\u4e00-\u9fff\da-zA-Z#-]{1,30})|〒 ?\d{3}-?\d{4}[ ¶]?[^\s¶、。[\]]{0,40}|(?:東京都|北海道|大阪府|京都府|[\u4e00-\u9fff]{2,3}県)[^\s¶、。[\]]{1,8}[市区町村郡][^\s¶、。[\]]{0,30}|[가-힣]{1,10}(?:시|도)? ?[가-힣]{1,8}(?:구|군|시) [가-힣\d]{1,12}(?:로|길|동) ?\d{1,4}(?:-\d{1,4})?/g,
}
