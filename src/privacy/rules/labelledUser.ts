import { HAS_CUE, type TextRule } from '../textRule.ts'

const LABEL =
  "user ?name|user ?id|login(?: name)?|benutzername|usuario|nombre de usuario|identifiant|nom d[’']utilisateur|nome utente|gebruikersnaam|nazwa użytkownika|имя пользователя|логин|用户名|账号|ユーザー名|아이디|skype|signed in as|logged in as|zalogowan[oya] jako|angemeldet als|conectad[oa] como|connecté en tant que|inloggad som|ingelogd als"

/** What somebody is called on a site: "Username: anna_s". */
export const labelledUser: TextRule = {
  id: 'name',
  needs: HAS_CUE,
  cue: LABEL,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${LABEL})(?:["']? ?[:：=][ ¶"']{0,2}|(?<=in as) )(?<value>[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{2,40})`,
    'giu',
  ),
  // The sentence goes on: "signed in as usual".
  accept: (value) => !/^(?:your?|the|an?|usual|guest|required|null|undefined|true|false)$/i.test(value),
}
