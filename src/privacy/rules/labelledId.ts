import { HAS_DIGIT, type TextRule } from '../textRule.ts'
import { digitsOf } from './checksums.ts'
import { NUMBER_WORD } from './numberWord.ts'

const LABEL =
  "ssn|social security|national insurance|ni number|passport|driver'?s? licen[cs]e|tax(?:payer)? id(?:entification)?|itin|steuer-?(?:id|identifikationsnummer|nummer)|(?:sozial|renten)versicherungsnummer|(?:personal)?ausweis(?:nummer|nr)|reisepass|d\\.?n\\.?i|n\\.?i\\.?[ef]|curp|rfc|pasaporte|c[eé]dula|cpf|cnpj|codice fiscale|partita iva|passaporto|s[ée]curit[ée] sociale|passeport|bsn|burgerservicenummer|paspoort|pesel|dow[oó]d|personnummer|cpr|fødselsnummer|aadhaar|pan card|身份证|护照|マイナンバー|주민등록번호|паспорт|инн|снилс|kimlik|(?<![a-z])nino|nric|fin(?= ?[:：#])|hkid|medicare(?: card)?(?= ?[:：]? \\d{4})|nhs|gstin|abn(?= ?[:：]? \\d\\d )|cif(?= ?[:：]? [a-z]\\d{8})|tfn(?= ?[:：]? \\d{3})|tax file|pps(?:n|(?= ?[:：]? \\d{7}[a-z]))|oib(?= ?[:：]? \\d{6})|egn(?= ?[:：]? \\d{6})|егн|jmbg|јмбг|cnp(?= ?[:：] ?\\d| \\d{6})|rodné [čc]íslo|asmens kodas|isikukood|amka|αμκα|afm(?= ?[:：]? \\d{9})|αφμ|ת\\.?ז\\.?|teudat zehut|emirates id|(?:no\\.? )?ktp(?= ?[:：] ?\\d| \\d{6})|nik(?= ?[:：])|mykad|ic no|identity (?:card|number)|id card|(?:national|south african) id|身分證|身份證|证件号|个人编号|(?<![a-z])dl(?= ?[:：#])|رقم الهوية|کد ملی|บัตรประชาชน|cmnd|cccd"

/** Any number of that kind after its label. */
export const labelledId: TextRule = {
  id: 'national_id',
  needs: HAS_DIGIT,
  cue: LABEL,
  pattern: new RegExp(
    `(?<![a-z])(?:${LABEL})[ ¶]{0,2}(?:${NUMBER_WORD}){0,2}[ ¶:=#]{0,4}(?<value>[a-z]{0,4}[ -]?\\d(?:[ ./-]?[a-z0-9]){4,18})(?![a-z0-9])`,
    'gi',
  ),
  accept: (value) => digitsOf(value).length > 4,
}
