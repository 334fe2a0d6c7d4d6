import { type Canary, makeCanaries } from './canary.ts'

/** In the document's head, where no participant looks and every recorder could. */
const head = makeCanaries('head', [
  ['og:title', 'brindlewick@zandermail.example', '<meta property="og:title" content="Orders of @@">'],
  ['og:url', 'corvanta@zandermail.example', '<meta property="og:url" content="https://shop.example/?mail=@@">'],
  ['canonical', 'dusklemoor', '<link rel="canonical" href="https://shop.example/users/@@/">'],
  ['JSON-LD', '+1 415 555 0134', '<script type="application/ld+json">{"@type":"Person","telephone":"@@"}</script>'],
  ['script', 'elmshroud@zandermail.example', '<script type="text/plain">{"user":{"email":"@@"}}</script>'],
  ['comment', 'fennimarsh@zandermail.example', '<!-- rendered for @@ -->'],
])

/** In what a page shows. */
const text = makeCanaries('text', [
  ['e-mail', 'galdrivale@zandermail.example', '<p>Signed up with @@</p>'],
  ['e-mail spelt out', 'hollerbrook (at) zandermail (dot) example', '<p>Write to @@</p>', 'hollerbrook'],
  [
    'e-mail cut by markup',
    'inkerfold@zandermail.example',
    '<p>inkerfold<wbr>@<b>zandermail</b>.example</p>',
    'inkerfold',
  ],
  ['phone, United States', '(415) 555-2671', '<p>We will call @@</p>'],
  ['phone, United Kingdom', '+44 20 7946 0812', '<p>Tel. @@</p>'],
  ['phone, Germany', '030 90182741', '<p>Telefon: @@</p>'],
  ['phone, China', '138 1234 5678', '<p>手机：@@</p>'],
  ['card', '4556 7375 8689 9855', '<p>Paid with @@</p>'],
  ['last digits of a card', 'ending in 4471', '<p>Visa @@</p>'],
  ['IBAN', 'GB33 BUKB 2020 1555 5555 55', '<p>Refund to @@</p>'],
  ['social security number', '219-09-8745', '<p>SSN on file @@</p>'],
  ['DNI', '12345678Z', '<p>@@</p>'],
  ['codice fiscale', 'RSSMRA85T10A562S', '<p>@@</p>'],
  ['Chinese id', '11010519491231002X', '<p>@@</p>'],
  ['order number of Amazon', '112-7654321-1234567', '<p>@@</p>'],
  ['order number', '88442219', '<dl><dt>Order number</dt><dd>@@</dd></dl>'],
  ['order number, German', 'K-55129071', '<p>Bestellnummer: @@</p>'],
  ['parcel number', '1Z999AA10123456784', '<p>On its way: @@</p>'],
  ['tracking number', '884422119930', '<p>Tracking number <b>@@</b></p>'],
  ['network address', '203.0.113.77', '<p>You are at @@</p>'],
  ['place on earth', '37.774929, -122.419416', '<p>@@</p>'],
  ['street, United States', '77 Jarrowmere Street, Apt 4', '<p>@@</p><p>Galdrivale, IL 62704</p>', '77 Jarrowmere'],
  ['city, state, postcode', 'Kettleholm, OR 97215', '<p>@@</p>'],
  ['street, Germany', 'Lindenquellstraße 17', '<p>@@, 10115 Berlin</p>'],
  ['street, France', '7 rue du Mirevaux', '<p>@@, 75011 Paris</p>', 'Mirevaux'],
  ['street, Spain', 'Calle Nublarrosa 12', '<p>@@, 28004 Madrid</p>', 'Nublarrosa'],
  ['street, China', '金丝雀路88号', '<p>上海市浦东新区@@</p>', '金丝雀路'],
  ['street, Japan', '東京都渋谷区雀町1-2-3', '<p>@@</p>', '雀町'],
  ['postcode, United Kingdom', 'SW1A 2AB', '<p>Deliveries for @@</p>'],
  ['place of delivery', 'Ostrafjell 48217', '<p>Deliver to @@</p>', 'Ostrafjell'],
  ['place of delivery, two elements', 'Perlamund', '<p><span>Deliver to</span> <b>@@</b></p>'],
  ['place of delivery, German', 'Quirlbach 10115', '<p>Liefern nach @@</p>', 'Quirlbach'],
  ['greeting', 'Rosamunde', '<p>Hello, @@</p>'],
  ['greeting, two elements', 'Silvertha', '<p><span>Hello,</span> <b>@@</b></p>'],
  ['greeting, German', 'Traudlinde', '<p>Hallo, @@!</p>'],
  ['greeting, Spanish', 'Ursolina', '<p>¡Hola, @@!</p>'],
  ['greeting, Chinese', '温小雀', '<p>您好，@@</p>'],
  ['recipient', 'Vellamora Quist', '<p>Recipient: @@</p>'],
  ['recipient, Chinese', '金丝燕', '<p>收货人：@@</p>'],
  ['signed in', 'Wilhelmora Ztandt', '<p>Signed in as @@</p>'],
  ['owner of a list', 'Xanthippora', '<p>@@’s Orders</p>'],
  ['date of birth', '01/02/1991', '<p>Date of birth: @@</p>'],
  ['one-time code', '82455196', '<p>Your verification code is @@</p>'],
  ['key', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ5c29sZGluZSJ9.c2lnbmF0dXJl', '<p>@@</p>', 'eyJzdWIiOiJ5c29sZGluZSJ9'],
  ['password', 'yarrowthistle', '<p>Password: @@</p>'],
  [
    'address with a name, option',
    '12 Zephyrine Lane',
    '<select><option>Home: @@, Bend, OR 97701</option></select>',
    '12 Zephyrine',
  ],
  ['alone for screen readers', 'Amberlotte', '<p><span class="cnry-hidden">Hello, @@</span></p>'],
  ['not shown', 'brackenhurst@zandermail.example', '<p hidden>@@</p>'],
  ['without scripts', 'cindermoss@zandermail.example', '<noscript><p>@@</p></noscript>'],
  ['drawing', 'duskwater@zandermail.example', '<svg width="9" height="9"><title>@@</title></svg>'],
  ['table', 'elderquill@zandermail.example', '<table><tr><th>Contact</th><td>@@</td></tr></table>'],
])

/** In attributes, which are not what a participant sees but what they hear or what a script reads. */
const attribute = makeCanaries('attribute', [
  ['aria-label', 'foxglovia@zandermail.example', '<a href="/a" aria-label="Account of @@">&#9733;</a>'],
  ['aria-label, name', 'Gorseheart', '<button type="button" aria-label="Hello, @@">&#9733;</button>'],
  [
    'aria-labelledby',
    'heatherine@zandermail.example',
    '<span id="cnry-l1" hidden>@@</span><button type="button" aria-labelledby="cnry-l1">&#9733;</button>',
  ],
  ['aria-description', 'ivorything@zandermail.example', '<button type="button" aria-description="@@">Go on</button>'],
  ['title', '+49 30 901827 55', '<a href="/b" title="Call @@">Support</a>'],
  [
    'placeholder',
    'junipera@zandermail.example',
    '<input class="cnry-field" type="search" name="filter" placeholder="@@">',
  ],
  ['alt', 'Knapweed', '<img width="20" height="20" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Hello, @@">'],
  [
    'alt, e-mail',
    'larkspurra@zandermail.example',
    '<img width="20" height="20" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="@@">',
  ],
  ['data-*', 'Meadowsweetha', '<p data-customer-name="@@">Nothing to see</p>'],
  ['JSON in data-*', 'nettlebee@zandermail.example', '<p data-user=\'{"email":"@@","name":"N"}\'>Nothing to see</p>'],
  ['data-testid', 'oxlippa@zandermail.example', '<button type="button" data-testid="menu-@@"><i></i>&#9733;</button>'],
  ['id', 'primroselle', '<p id="user-@@">Nothing to see</p>'],
  ['value of a button', 'quincebrook@zandermail.example', '<input type="button" value="Remove @@">'],
  ['value of an option', 'ragwortia', '<select><option value="@@">Standard</option></select>'],
  ['value of a box to tick', 'Sorrelind', '<label><input type="radio" name="where" value="@@">Deliver to @@</label>'],
  ['value of a textarea', 'Tansymere', '<textarea name="x" value="@@"></textarea>'],
  ['list of suggestions', 'umbelline@zandermail.example', '<datalist><option value="@@"></option></datalist>'],
  ['template', 'vetchling@zandermail.example', '<template><p>@@</p></template>'],
  ['style', 'woodruffel', '<style>.cnry::after{content:"@@"}</style>'],
])

/** In addresses on the page. */
const address = makeCanaries('address', [
  ['mailto:', 'yarrowmay@zandermail.example', '<a href="mailto:@@">Write</a>'],
  ['tel:', '+14155550177', '<a href="tel:@@">Call</a>'],
  ['path, person', 'zinniabel', '<a href="/users/@@/reviews">Reviews</a>'],
  ['path, e-mail', 'alderwren@zandermail.example', '<a href="/lists/@@">List</a>'],
  ['query', 'birchfinch@zandermail.example', '<a href="/p/1?email=@@">Item</a>'],
  ['query, word', 'cedarlinnet', '<a href="/p/2?customer=@@">Item two</a>'],
  ['query of a search', 'damsonfly@zandermail.example', '<a href="/search?q=@@">Again</a>'],
  ['fragment', 'elmsparrow', '<a href="/p/3#token=@@">Item three</a>'],
  ['credentials', 'figpeckera', '<a href="https://@@:pw@shop.example/p/4">Item four</a>'],
  ['session', 'GUELDERROSE77', '<a href="/p/5;jsessionid=@@">Item five</a>'],
  ['order', '551902377', '<a href="/orders/@@">View it</a>'],
  ['path, person, no text', 'jayberrywood', '<a href="/users/@@"><i class="cnry-icon"></i></a>'],
  ['path, e-mail, no text', 'kestrelbloom@zandermail.example', '<a href="/contacts/@@"><i class="cnry-icon"></i></a>'],
  ['order, one of several', '551902388', '<a href="/orders/551902300">Track</a><a href="/orders/@@">Track</a>'],
  ['picture', 'hazelnutch', '<img width="20" height="20" alt="" src="/avatar.gif?user=@@">'],
  ['form', 'ivyflicker@zandermail.example', '<form action="/save?user=@@"><button type="submit">Keep</button></form>'],
])

/** What the server put into fields. */
const field = makeCanaries('field', [
  ['hidden', 'jasminowl', '<input type="hidden" name="customer" value="@@">'],
  ['e-mail', 'kalmiajay@zandermail.example', '<input class="cnry-field" type="email" name="e" value="@@">'],
  ['telephone', '415 555 0188', '<input class="cnry-field" type="tel" name="t" value="@@">'],
  [
    'autocomplete, telephone',
    '415 555 0199',
    '<input class="cnry-field" name="f7" autocomplete="tel-national" value="@@">',
  ],
  ['name, label', 'Laurelcrane', '<label>First name <input class="cnry-field" name="f8" value="@@"></label>'],
  ['name, label in German', 'Myrtlehahn', '<label>Nachname <input class="cnry-field" name="f9" value="@@"></label>'],
  ['name, label in Chinese', '黄鹂鸟', '<label>收货人 <input class="cnry-field" name="f10" value="@@"></label>'],
  [
    'name, label beside it',
    'Nerineheron',
    '<div><div>First name</div><div><input class="cnry-field" name="f11" value="@@"></div></div>',
  ],
  [
    'name, label in the cell before',
    'Oleanderlark',
    '<table><tr><td>Your name</td><td><input class="cnry-field" name="f12" value="@@"></td></tr></table>',
  ],
  [
    'name, described',
    'Peonyplover',
    '<span id="cnry-d1">Surname</span><input class="cnry-field" name="f13" aria-describedby="cnry-d1" value="@@">',
  ],
  ['name, placeholder', 'Quincequail', '<input class="cnry-field" name="f14" placeholder="Apellidos" value="@@">'],
  [
    'gift message',
    'Roserail would love it',
    '<label>Gift message <textarea class="cnry-field" name="f15">@@</textarea></label>',
    'Roserail',
  ],
  ['name, label in Greek', 'Rowanrook', '<label>Επώνυμο <input class="cnry-field" name="f16" value="@@"></label>'],
  ['city by name alone', 'Saffronstork', '<input class="cnry-field" name="shipTo.city" value="@@">'],
  [
    'list of addresses',
    'Tulipteal, 9 Main',
    '<label>Ship to address <select><option selected>@@</option></select></label>',
    'Tulipteal',
  ],
])

/** Canaries that the served page holds. */
export const shownCanaries: readonly Canary[] = [...head, ...text, ...attribute, ...address, ...field]
