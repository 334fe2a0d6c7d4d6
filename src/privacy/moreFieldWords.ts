/** As `SENSITIVE_WORDS`, in languages and for things less often met. */
export const MORE_SENSITIVE_WORDS = new RegExp(
  `\\b(?:${[
    // Baltic and Turkish, and what is left of Europe and Asia
    'slaptazod|parool\\b|u?z?vardas?\\b|vards\\b|pavarde|eesnimi|perekonnan|naam\\b|strada\\b|aadress|cim\\b|posta kod|pasto kod|eircode|talrun|nasterii|ngay sinh|t(?:anggal|arikh) lahir|gimimo|dzimsan|kartyaszam|szamlaszam|lejarat|adoszam|numarul cardul|so the\\b|nomor kartu|kart numara|korteles|platnost do|cislo (?:uctu|karty|dokladu|obcan)|rodne cislo|kod z sms|cnp\\b|afm\\b|nric\\b|ktp\\b|nik\\b|nip\\b|oib\\b|egn\\b|jmbg|cpr\\b|zprava|zusteller|mahalle|nr comenz|kundenkart|gultig bis|bestatigungsc',
    // Secrets, people and words to someone, in English
    'valid (?:thru|until)|mm ?(?:yy|aa|jj|rr)|(?:enter|digit|texted|sms)\\b.{0,14}\\bcode|code (?:from|we|you)|pan (?:number|no)\\b|emirates id|landmark|(?:your|ask a) question|(?:write|your) .{0,8}review|review (?:text|body)|display name|who is it for|recipient|frequent flyer|student id|first pet|line ?[12]\\b|irsz\\b|mob\\b|ph\\b|pw\\b|user\\b|uid\\b|gift (?:msg|note)',
    // Czech and Slovak, Hungarian, Romanian, Croatian
    'heslo|jmen[oa]\\b|prijmeni|ulice\\b|mesto\\b|psc\\b|narozen|meno\\b|priezvisk|jelszo|vezetekn|keresztn|utca\\b|varos\\b|iranyitosz|szulet|parol[ae]\\b|nume(?:le)?\\b|prenume|oras(?:ul)?\\b|nascut|lozink|ime\\b|prezime|postansk|rodenj',
    // Finnish, Danish, Norwegian
    'salasan|etunimi|sukunimi|katuos|postinum|kaupunki|puhelin|syntym|adgangsk|vejnavn|husnum|passord|gateadr|poststed|fodsel',
    // Vietnamese, Indonesian, Malay
    'mat khau|ho (?:va )?ten\\b|kata (?:sandi|laluan)|nama\\b|alamat|kode pos|poskod|nomor (?:telepon|hp)',
    // The same, Filipino, Swahili; and what was left of Slavic, Baltic and Nordic languages, Hungarian, Romanian, Albanian
    'thanh pho|quan huyen|phuong xa|ghi chu|kota\\b|kecamatan|kelurahan|catatan|penerima|bandar\\b|negeri\\b|pangalan|apelyido|tirahan|lungsod|jina\\b|anwani|simu\\b|mji\\b|grad\\b|mobitel|napomen|priimek|naslov\\b|kraj\\b|geslo|miestas|uzvards|pilset|pasta indek|nimi\\b|linn\\b|postiindeks|osoite|na[mv]n\\b|nafn\\b|heimilisf|simi\\b|kennital|lykilor|nev\\b|megjegyz|observatii|judet|emri\\b|mbiemr|qytet',
    // German, French, Spanish, English
    'ihr name|kundenn|packst|digicode|batiment|etage\\b|cryptogr|titulaire|titular|poblacion|piso\\b|clabe|emergency|security (?:answer|question)|your answer|driv\\w{2,4} licen|licen[cs]e plate|insurance n|gender\\b|upi\\b|vpa\\b|ifsc|aadhaar|gstin|abn\\b|rfc\\b|promptpay|net ?banking|order ref',
  ].join('|')})`,
)

/** As `SENSITIVE_SCRIPTS`, asked of the label as it stands: vowel signs are part of its words. */
export const MORE_SENSITIVE_SCRIPTS =
  /κωδικ|όνομα|ονομα|επώνυμο|διεύθυνσ|πόλη|τηλέφων|γέννησ|שם|עיר|רחוב|מיקוד|לידה|पासवर्ड|नाम|पता|शहर|फ़ोन|फोन|मोबाइल|जन्म|पिन|รหัส|ชื่อ|นามสกุล|ที่อยู่|โทรศัพท์|อีเมล|วันเกิด|บัตร|จังหวัด|ไปรษณีย์|ім['’]?я|прізвищ|вулиц|місто|пошт|народж|(?:^| )име(?: |$)|اسم|مدين[ةه]|ميلاد|رمز|نام|آدرس|نشانی|تلفن|کد پستی|địa chỉ|điện thoại|mã bưu|số thẻ|лозинк|گذرواژه|οδός|τ\.κ\.|αφμ|κάρτας|μήνυμα|σχόλι|เบอร์|โทร|ข้อความ|موبایل|تولد|کارت|پیام|رسالة|कार्ड|संदेश|הודעה|повідомл|お届け|部屋|建物|カナ|ガナ|ふりがな|セキュリティ|有効期限|携帯|받는 ?사람|수령인|상세|도로명|배송 ?메모|门牌|門牌|小区|楼层|付款码|(?:^| )(?:tên|[省市区名]|град|аты)(?: |$)|都道府県|市区町村|備考|пощенск|бележк|егн|картк|коментар|тегі|мекен|қала|нэр(?: |$)|хаяг|утас|ünvan|şəhər|κινητ|ταχυδρ|لقب|الحي(?: |$)|شارع|ملاحظ|موبايل|شهر|استان|ایمیل|کد ملی|توضیح|همراه|پتہ|فون|شہر|อำเภอ|ตำบล|แขวง|หมายเหตุ|राज्य|ईमेल|गली|नाव|पत्ता|נייד|הערות|নাম|ঠিকানা|ফোন|শহর|பெயர்|முகவரி|தொலைபேசி|నగరం|పేరు|చిరునామా|ఫోన్|નામ|સરનામ|ફોન|ਨਾਮ|ਪਤਾ|ਫ਼ੋਨ|სახელ|გვარ|მისამართ|ტელეფონ|անուն|ազգան|հասցե|հեռախոս|ስም|አድራሻ|ስልክ|ຊື່|ທີ່ຢູ່|ឈ្មោះ|អាសយដ្ឋាន|အမည်|လိပ်စာ/
