/** As `SENSITIVE_WORDS`, in languages and for things less often met. */
export const MORE_SENSITIVE_WORDS = new RegExp(
  `\\b(?:${[
    // Czech and Slovak, Hungarian, Romanian, Croatian
    'heslo|jmen[oa]\\b|prijmeni|ulice\\b|mesto\\b|psc\\b|narozen|meno\\b|priezvisk|jelszo|vezetekn|keresztn|utca\\b|varos\\b|iranyitosz|szulet|parol[ae]\\b|nume(?:le)?\\b|prenume|oras(?:ul)?\\b|nascut|lozink|ime\\b|prezime|postansk|rodenj',
    // Finnish, Danish, Norwegian
    'salasan|etunimi|sukunimi|katuos|postinum|kaupunki|puhelin|syntym|adgangsk|vejnavn|husnum|passord|gateadr|poststed|fodsel',
    // Vietnamese, Indonesian, Malay
    'mat khau|ho (?:va )?ten\\b|kata (?:sandi|laluan)|nama\\b|alamat|kode pos|poskod|nomor (?:telepon|hp)',
    // German, French, Spanish, English
    'ihr name|kundenn|packst|digicode|batiment|etage\\b|cryptogr|titulaire|titular|poblacion|piso\\b|clabe|emergency|security (?:answer|question)|your answer|driv\\w{2,4} licen|licen[cs]e plate|insurance n|gender\\b|upi\\b|vpa\\b|ifsc|aadhaar|gstin|abn\\b|rfc\\b|promptpay|net ?banking|order ref',
  ].join('|')})`,
)

/** As `SENSITIVE_SCRIPTS`, asked of the label as it stands: vowel signs are part of its words. */
export const MORE_SENSITIVE_SCRIPTS =
  /κωδικ|όνομα|ονομα|επώνυμο|διεύθυνσ|πόλη|τηλέφων|γέννησ|שם|עיר|רחוב|מיקוד|לידה|पासवर्ड|नाम|पता|शहर|फ़ोन|फोन|मोबाइल|जन्म|पिन|รหัส|ชื่อ|นามสกุล|ที่อยู่|โทรศัพท์|อีเมล|วันเกิด|บัตร|จังหวัด|ไปรษณีย์|ім['’]?я|прізвищ|вулиц|місто|пошт|народж|(?:^| )име(?: |$)|اسم|مدين[ةه]|ميلاد|رمز|نام|آدرس|نشانی|تلفن|کد پستی|địa chỉ|điện thoại|お届け|部屋|建物|カナ|ガナ|ふりがな|セキュリティ|有効期限|携帯|받는 ?사람|수령인|상세|门牌|門牌|小区|楼层|付款码/
