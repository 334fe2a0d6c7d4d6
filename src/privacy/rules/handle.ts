import { HAS_AT, HAS_DIGIT, type TextRule } from '../textRule.ts'

/** What somebody is called on a network, where digits or an underscore say that it is no brand: "@anna_smith88". */
export const handle: TextRule = {
  id: 'name',
  needs: HAS_AT,
  pattern: /(?<![\w@./-])@(?=[\w.-]{0,28}[\d_])[a-z][\w.-]{3,28}(?![\w@])/gi,
}

/** The same after the name of a service. */
export const payHandle: TextRule = {
  id: 'name',
  needs: HAS_AT | HAS_DIGIT,
  cue: '(?:venmo|cash ?app|instagram|tiktok|twitter|snapchat|telegram)[ :]{1,3}[@$]',
  pattern: /(?:venmo|cash ?app|instagram|tiktok|twitter|snapchat|telegram)[ :]{1,3}(?<value>[@$][a-z][\w.-]{2,28})/gi,
}
