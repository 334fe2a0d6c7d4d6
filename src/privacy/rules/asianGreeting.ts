import { HAS_CUE, type TextRule } from '../textRule.ts'

/** Chinese, Japanese and Korean greetings. */
export const asianGreeting: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: '你好|您好|欢迎|こんにちは|ようこそ|안녕하세요|환영|님|さん|様',
  pattern:
    /(?:你好|您好|欢迎(?:回来|您)?|嗨)[,，！! ¶]{1,3}(?!请|請|登|注|游客|欢|来|您|亲|世界|朋友|光临|访问)(?<value>[\u4e00-\u9fff·\w]{1,12})(?![\u4e00-\u9fff\w])|(?:こんにちは|ようこそ)[、,！! ¶]{0,3}(?!ゲスト|お客)[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\w]{1,12}(?=さん|様|さま)|(?<![\p{L}])(?!ゲスト|お客)[\p{Script=Han}\p{Script=Katakana}\w]{1,12}(?=(?:さん|様|さま)[、,]? ?(?:こんにちは|ようこそ|の))|(?<![가-힣])(?!고객|회원|손)[가-힣]{2,5}(?=님)/gu,
}
