import { HAS_CUE, type TextRule } from '../textRule.ts'

/** Chinese, Japanese and Korean greetings. */
export const asianGreeting: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: '你好|您好|欢迎|こんにちは|ようこそ|안녕하세요|환영|님|さん|様',
  pattern:
    /(?:你好|您好|欢迎(?:回来|您)?|嗨) ?[,，！!¶][ ¶]{0,2}(?!请|請|登|注|游客|欢|来|您|亲|世界|朋友|光临|访问)(?<value>[\u4e00-\u9fff·\w]{1,12})(?![\u4e00-\u9fff\w])|(?:こんにちは|ようこそ)[、,！! ¶]{0,3}(?!ゲスト|お客)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\w]{1,12}(?=さん|様|さま)|(?<![\p{L}])(?!ゲスト|お客)[\p{Script=Han}\p{Script=Katakana}\w]{1,12}(?=(?:さん|様|さま)[、,]? ?(?:こんにちは|ようこそ|の))|(?<=^|¶)[\u4e00-\u9fff·]{2,6}(?=[,，] ?(?:您好|你好|欢迎)(?:$|[,，！!¶]))|(?<=^|¶)(?!ゲスト|お|各|皆|王|神|奥|殿|姫|仏|多|同|何|若)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,8}(?: [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,5})?(?= ?様(?:$|¶))|(?<![가-힣])(?!고객|회원|손|선생|사장|어머|아버|부모|교수|스승|하느|부처|형|이모|할머|할아|장모|장인|의사|기사|여러|모든)[가-힣]{2,5}(?= ?님(?:[,! ¶]|$|안녕|의 |이 |환영))/gu,
}
