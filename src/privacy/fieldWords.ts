/** Beginnings of the HTML standard's autofill tokens for the participant's own, and of made-up ones such as `new-password-2`. */
export const SENSITIVE_AUTOCOMPLETE =
  /^(?:name|honor|given|addit|family|nick|user|email|tel|street|addr|country|postal|cc-|bday|sex$|organ|url|photo|impp|one-time|(?:new|current)-pass)/

/** A box for searching the shop. */
export const SEARCH_WORDS =
  /\b(?:re|on)?search|\b(?:find|query|keyw|suche?\b|such(?:en|b)|busca|recherch|cerca|szukaj|zoek|sok\b)|搜|検索|검색|поиск|искать|بحث/

/** Even in a search box these ask for the participant's own. */
export const PRIVATE_IN_SEARCH =
  /\b(?:zip(?: ?code)?|post ?code|postal|plz|code postal|e ?mail|street|(?:your|delivery) address|order n\w*|tracking)\b|邮编|郵便番号|우편번호/

/** Fields about goods whose names would else be taken for the participant's. */
export const PRODUCT_FIELD =
  /\b(?:quantity|qty|colou?r|size|(?:product|item|brand|file|list|model|category|artikel|produkt|variant|option|field|attribute|store|shop) ?name|name your price|phone (?:model|type|case|brand|color)|card (?:design|amount|value)|(?:promo|coupon|discount|voucher|gutschein|rabatt)\w*(?: ?code)?|(?:memory|greeting) card|ip rating)\b|[商产產]品名|品名/g

/** Words, or beginnings of words, for the participant's own: lower case, without accents. */
export const SENSITIVE_WORDS = new RegExp(
  `\\b(?:${[
    // Secrets
    'pass ?(?:w|code|phr|port)|pwd|kennw|contrase|mot de passe|senha|wachtw|haslo|losen|sifre|otp\\b|pin\\b|one time|[2m]fa\\b|(?:security|verif\\w*|auth\\w*|access|confirm\\w*|sms) code|token|secret|captcha|user ?(?:name|id)|log ?in|benutzern|usuario|identifiant|gebruikersn',
    // Payment
    '(?:gift )?card ?(?:n|holder|code|pin|sec|exp|ver)|(?:credit|debit|payment) ?card|cc ?(?:n|e|c[sv]|m|y|t|\\b)|cv[vc]2?\\b|csc\\b|expir|exp ?(?:date|mon|y)|iban|bic\\b|swift|sort ?code|routing|account|kreditk|karten|konto|blz\\b|tarjet|cart[ae]\\b|cartao|kaart|rekening|kart[ay]\\b|vat\\b|steuer|tax',
    // Person
    '(?:first|last|full|given|family|middle|sur|your|contact|recipient|sender|maiden|nick) ?name|[fl] ?name|vorn|nachn|nom\\b|prenom|nombre\\b|apellid|cognom|nome\\b|sobren|voorn|achtern|imie\\b|nazwis|for(?:nam|nav)n|eftern|ettern|ad soyad|soyad|anrede|salut|dob\\b|birth|b ?day|geb(?:urt|oor)|nacim|naiss|nasc(?:it|im)|urodz|fods|dogum|ssn\\b|social sec|reisep|pasap|passa?e?p|national id|id (?:card|number)|dni\\b|ni[ef]\\b|cpf\\b|cnpj|curp|codice fisc|bsn\\b|pesel|nino\\b|personn',
    // Place
    'add?r|anschr|str(?:eet|a?sse|aat)?\\b|hausn|house ?n|apartm|apt\\b|suite\\b|zip(?: ?code)?\\b|post ?(?:co|al|n|le)|plz\\b|city|town|suburb|county|provin|region|state\\b|country|ort\\b|stadt|wohno|land\\b|calle\\b|direcc|domicil|codigo p|ciudad|rue\\b|code p|ville\\b|pays\\b|via\\b|indiriz|citta|endere|rua\\b|cep\\b|cidade|bairro|huisn|plaats|woonpl|gemeen|ulica|kod p|miasto|gat(?:[ae]\\b|uad)|ilce|cadde|l(?:at|ong)itude|company|firma',
    // Contact
    'e ?mail|mail\\b|correo|courriel|phone|tel\\b|tele[fp]|mobil|cell(?: ?phone|ul\\w*)?\\b|handy|movil|portable|fax\\b|whats|wechat',
    // Words to someone, and orders
    'messag|nachr|mensa|bericht|wiadom|meddel|notes?\\b|comment|gift (?:text|from|to)|gruss|instruct|feedback|inscript|engrav|monogr|signature|order ?(?:n|id)|track|bestelln|pedido|member|loyal',
  ].join('|')})`,
)

/** The same in scripts that are not split into words. */
export const SENSITIVE_SCRIPTS =
  /密[码碼]|[验驗]证?[码碼證]|[卡帐账]号|信用卡|银行|姓|名前|名字|收[货貨件]人|联系人|[身護护][份照]|生日|出生|地址|街道|城市|省份|[邮郵]|信箱|[电電][话話]|手机|手機|微信|留言|备注|订单号|パス|暗証|認証|カード|氏名|住所|番地|メール|生年|ご要望|비밀|인증|카드|이름|성함|주소|우편|전화|휴대|이메일|생년|주민|메시지|парол|логин|имя|фамил|отчество|адрес|улиц|город|индекс|телеф|почт|рожд|паспорт|карт[аы]|комментар|сообщ|كلمة|عنوان|هاتف|بريد|الاسم|بطاقة|جوال|סיסמ|כתובת|טלפון|דוא|כרטיס/
