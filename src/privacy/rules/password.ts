import { HAS_CUE, type TextRule } from '../textRule.ts'

const LABEL =
  'pass ?word|passwor[dt]|kennwort|contraseñ?a|mot de passe|senha|wachtwoord|has[łl]o|lösenord|şifre|пароль|密码|密碼|パスワード|비밀번호|api[ _-]?key|access[ _-]?token|secret[ _-]?key'

/** The word after "password:" or "API key:". */
export const password: TextRule = {
  id: 'password',
  needs: HAS_CUE,
  cue: LABEL,
  pattern: new RegExp(
    `(?:${LABEL})["']?(?: (?:is|ist|es|est))?(?: ?[:：=] ?|(?<=is|ist|es|est) )["']?(?<value>[^\\s¶"'[\\]]{4,80})`,
    'gi',
  ),
}
