import { expect, test } from 'vitest'
import { isSensitiveField } from '../../src/privacy/isSensitiveField.ts'
import { isSensitiveFieldFully } from '../../src/privacy/isSensitiveFieldFully.ts'

type Field = Parameters<typeof isSensitiveField>[0]

const field = (given: Partial<Field>): Field => ({
  type: 'text',
  autocomplete: '',
  name: '',
  id: '',
  label: '',
  inputmode: '',
  contenteditable: false,
  ...given,
})

const sensitive: Partial<Field>[] = [
  { type: 'password' },
  { type: 'email' },
  { type: 'tel' },
  { type: 'hidden', name: 'csrf' },
  { type: 'file' },
  { contenteditable: true, label: 'Write something' },
  { inputmode: 'tel', name: 'x1' },
  { type: 'radio', name: 'shippingAddressId', label: 'Home' },
  ...['cc-number', 'cc-csc', 'one-time-code', 'new-password', 'current-password', 'name', 'given-name'],
  ...['street-address', 'address-line1', 'postal-code', 'tel-national', 'email', 'bday', 'bday-year', 'username'],
  ...['section-a shipping street-address', 'billing cc-exp', 'work tel', 'sex', 'country-name', 'organization'],
].map((given) => (typeof given === 'string' ? { autocomplete: given } : given))

const sensitiveNames = [
  'cardNumber',
  'card-number',
  'ccnum',
  'cc_exp_month',
  'cvv',
  'cvc2',
  'securityCode',
  'iban',
  'bankAccountNumber',
  'sort_code',
  'otp',
  'pin',
  'verification_code',
  'ssn',
  'passportNumber',
  'dni',
  'cpf',
  'steuerId',
  'vat',
  'firstName',
  'last_name',
  'fname',
  'lname',
  'fullName',
  'your-name',
  'name',
  'recipient_name',
  'username',
  'user_id',
  'nickname',
  'shippingAddressLine1',
  'address2',
  'addr',
  'street',
  'zip',
  'zipCode',
  'postcode',
  'plz',
  'city',
  'state',
  'country',
  'company',
  'phone',
  'phoneNumber',
  'mobile',
  'e-mail',
  'emailAddress',
  'confirm_email',
  'dob',
  'birthDate',
  'birthday',
  'gift_message',
  'giftMessage',
  'order_notes',
  'comments',
  'delivery_instructions',
  'orderNumber',
  'tracking_number',
  'engraving',
]

const sensitiveLabels = [
  'Passwort',
  'Kennwort wiederholen',
  'Vorname',
  'Nachname *',
  'Straße und Hausnummer',
  'PLZ',
  'Ort',
  'Telefonnummer',
  'Geburtsdatum',
  'Kreditkartennummer',
  'Prüfziffer / Kartennummer',
  'Contraseña',
  'Nombre',
  'Apellidos',
  'Dirección',
  'Código postal',
  'Ciudad',
  'Teléfono móvil',
  'Fecha de nacimiento',
  'Número de tarjeta',
  'Mot de passe',
  'Prénom',
  'Nom de famille',
  'Adresse de livraison',
  'Code postal',
  'Ville',
  'Numéro de téléphone',
  'Date de naissance',
  'Numéro de carte',
  'Indirizzo',
  'Cognome',
  'CAP / Città',
  'Codice fiscale',
  'Data di nascita',
  'Senha',
  'Endereço',
  'Sobrenome',
  'CEP',
  'Data de nascimento',
  'Número do cartão',
  'Wachtwoord',
  'Voornaam',
  'Straat en huisnummer',
  'Woonplaats',
  'Geboortedatum',
  'Hasło',
  'Imię',
  'Nazwisko',
  'Ulica',
  'Kod pocztowy',
  'Miasto',
  'Lösenord',
  'Förnamn',
  'Gatuadress',
  'Şifre',
  'Soyadı',
  'Пароль',
  'Фамилия',
  'Адрес доставки',
  'Почтовый индекс',
  'Телефон',
  'Дата рождения',
  '密码',
  '姓名',
  '收货人',
  '详细地址',
  '手机号码',
  '邮箱',
  '验证码',
  '银行卡号',
  '身份证号',
  '生日',
  '订单备注',
  'パスワード',
  'お名前',
  '氏名',
  '住所',
  '郵便番号',
  '電話番号',
  'メールアドレス',
  '生年月日',
  'カード番号',
  '비밀번호',
  '이름',
  '주소',
  '전화번호',
  '이메일',
  '생년월일',
  '카드번호',
  'كلمة المرور',
  'العنوان',
  'رقم الهاتف',
]

test.each(sensitive)('sensitive: %j', (given) => {
  expect(isSensitiveField(field(given))).toBe(true)
})

test.each(sensitiveNames)('sensitive by name and by id: %s', (name) => {
  expect(isSensitiveField(field({ name }))).toBe(true)
  expect(isSensitiveField(field({ id: name }))).toBe(true)
})

test.each(sensitiveLabels)('sensitive by label: %s', (label) => {
  expect(isSensitiveField(field({ label }))).toBe(true)
})

test.each<Partial<Field>>([
  { type: 'search', name: 'q' },
  { name: 'field-keywords', id: 'twotabsearchtextbox', label: 'Search Amazon' },
  { name: 'q', label: 'Search for phones, tablets and mobile accessories' },
  { name: 's', label: 'Suche' },
  { name: 'k', label: 'Buscar productos' },
  { name: 'query', label: 'Rechercher' },
  { name: '_nkw', label: 'Search for anything' },
  { label: '搜索商品' },
  { label: '商品を検索' },
  { label: 'Поиск товаров' },
  { name: 'search_query', autocomplete: 'off', inputmode: 'search' },
  { type: 'number', name: 'quantity', label: 'Quantity' },
  { type: 'number', name: 'qty', inputmode: 'tel', label: 'Qty' },
  { name: 'size', label: 'Size' },
  { name: 'colour', label: 'Colour' },
  { type: 'radio', name: 'option', label: 'Red' },
  { type: 'checkbox', name: 'brand', label: 'Nike' },
  { type: 'checkbox', name: 'filter', label: 'Cell Phones & Accessories (12)' },
  { type: 'radio', name: 'department', label: 'City bikes' },
  { name: 'low-price', label: 'Min' },
  { name: 'high-price', label: 'Max' },
  { label: 'Name your price' },
  { label: 'Product name' },
  { name: 'product_name' },
  { label: 'List name' },
  { name: 'phone_model', label: 'Phone model' },
  { label: 'Promo code' },
  { name: 'couponCode', label: 'Coupon code' },
  { label: 'Gutscheincode' },
  { name: 'sort', label: 'Sort by' },
  { label: 'Gift card amount' },
  { name: 'memory_card', label: 'Memory card' },
  { type: 'submit', name: 'submit-address', label: 'Deliver to this address' },
  { label: '商品名' },
  { name: 'pinch_zoom' },
  { label: 'Style: Zipper' },
])('not sensitive: %j', (given) => {
  expect(isSensitiveField(field(given))).toBe(false)
})

test.each<Partial<Field>>([
  { type: 'search', label: 'Search by ZIP code or city' },
  { label: 'Find a store: enter your ZIP' },
  { label: 'Search orders by order number' },
  { label: 'Search your address' },
  { type: 'search', autocomplete: 'street-address' },
])('a search box that asks for the participant’s own is sensitive: %j', (given) => {
  expect(isSensitiveField(field(given))).toBe(true)
})

test.each<Partial<Field>>([
  { name: 'f11', nearby: 'First name' },
  { name: 'x', nearby: 'Nachname *' },
  { nearby: '收货人' },
])('a field without a label is judged by the text before it: %j', (given) => {
  expect(isSensitiveField(field(given))).toBe(true)
})

test.each<Partial<Field>>([
  { name: 'qty', nearby: 'Mobile phone, 128 GB' },
  { name: 'coupon', nearby: 'Gift card or street address' },
  { label: 'Length in cm', nearby: 'Your name' },
  { name: 'q', type: 'search', nearby: 'Deliver to your city' },
])('a field of goods, or with a label of its own, is not: %j', (given) => {
  expect(isSensitiveField(field(given))).toBe(false)
})

test.each(
  'Heslo|Příjmení|PSČ|Jelszó|Vezetéknév|Prenume|Lozinka|Prezime|Κωδικός|Επώνυμο|Διεύθυνση|שם פרטי|עיר|पासवर्ड|नाम|รหัสผ่าน|ที่อยู่|Mật khẩu|Họ và tên|Địa chỉ|Kata sandi|Nama lengkap|Alamat|Ім’я|Прізвище|Salasana|Etunimi|Postinumero|Adgangskode|Passord|Poststed|اسم العائلة|نام خانوادگی|フリガナ|携帯番号|받는 사람|门牌号|Digicode|Población|Emergency contact|Security answer|UPI ID|Aadhaar|Gender|Slaptažodis|Parool|Лозинка|گذرواژه|Cím|Aadress|Posta kodu|Οδός και αριθμός|Τ.Κ.|Mã bưu điện|เบอร์โทร|Data nașterii|Ngày sinh|Tanggal lahir|Kártyaszám|Nomor kartu|कार्ड नंबर|Αριθμός κάρτας|Platnost do|MM/YY|Valid thru|Číslo účtu|Enter the 6-digit code|Kód z SMS|Rodné číslo|ΑΦΜ|NRIC|KTP|Display name|Recipient|Your question|Write your review|Tên|Tỉnh/Thành phố|Quận/Huyện|Ghi chú|อำเภอ|หมายเหตุ|Kecamatan|Catatan|شماره همراه|شهر|کد ملی|اللقب|الحي|الشارع|ملاحظات|Κινητό|Ταχυδρομικός κώδικας|Номер картки|Коментар|Град|Пощенски код|ЕГН|Napomena|राज्य|ईमेल|נייד|הערות|Név|Megjegyzés|Județ|Bandar|Pangalan|Tirahan|도로명|배송 메모|都道府県|市|নাম|ঠিকানা|பெயர்|முகவரி|پتہ|სახელი|მისამართი|Անուն|Հասցե|Ünvan|Şəhər|Мекенжай|Mbiemri|Qyteti|Jina|Anwani|Miestas|Pilsēta|Nimi|Linn|Priimek|Kraj|Osoite|Namn|Navn|Nafn|Kennitala'.split(
    '|',
  ),
)('the background knows more languages: %s', (label) => {
  expect(isSensitiveFieldFully(field({ label }))).toBe(true)
  expect(isSensitiveFieldFully(field({ label, type: 'search', name: 'q' }))).toBe(false)
})

test.each(
  'Search|Suche|Quantity|Größe|Min price|Sort by|Coupon|Ring size|Frame color|Number of persons|Filter brands|Find a product|Length|Model|Year|Rating|Storage|Memory|Carrier|Delivery frequency|Pick a date|Font|Thread color|Shop name|Brand name|Velikost|Méret|Beden|Renk|Warna|Màu|Χρώμα|Keresés|Hledat|Ara|ค้นหา|Waist|Voltage|Compare|Số lượng|Kích thước|Jumlah|Ukuran|จำนวน|ขนาด|تعداد|رنگ|الكمية|الحيوانات|Količina|Veľkosť|Antal|Kogus|Määrä|পরিমাণ|அளவு|Idadi|数量|颜色|サイズ|수량'.split(
    '|',
  ),
)('and still what is about goods: %s', (label) => {
  expect(isSensitiveFieldFully(field({ label }))).toBe(false)
})

test('a hostile label takes linear time', { timeout: 60_000 }, () => {
  expect(isSensitiveField(field({ label: 'pass '.repeat(200_000), name: 'card '.repeat(200_000) }))).toBe(false)
})
