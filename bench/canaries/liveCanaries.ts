import { type Canary, makeCanaries } from './canary.ts'

/** What is typed, key by key, into fields of the planted block; the markup's `.cnry-t` finds the field. */
export const typedCanaries: readonly Canary[] = makeCanaries('typed', [
  ['password', 'umbrellafinch', '<label>Password <input class="cnry-t" type="password" name="p1"></label>'],
  [
    'password, shown while typing',
    'violetgrouse',
    '<label>Key <input class="cnry-t" type="password" name="p2"></label><button type="button" class="cnry-show">Show</button>',
  ],
  ['e-mail', 'wisteriawren@zandermail.example', '<label>Mail <input class="cnry-t" type="email" name="t3"></label>'],
  [
    'card, by autocomplete',
    '4716 9088 2341 1126',
    '<input class="cnry-t" name="t4" autocomplete="cc-number" aria-label="Number">',
  ],
  [
    'card code, by autocomplete',
    '70194428',
    '<input class="cnry-t" name="t5" autocomplete="cc-csc" aria-label="Three digits">',
  ],
  [
    'one-time code, by autocomplete',
    '66091784',
    '<input class="cnry-t" name="t6" autocomplete="one-time-code" aria-label="Six digits">',
  ],
  ['name', 'Yuccayaffle', '<label>Full name <input class="cnry-t" name="t7"></label>'],
  ['name, label beside it', 'Zinniaswift', '<div><p>Last name</p><input class="cnry-t" name="t8"></div>'],
  [
    'instructions',
    'Ring at Asterbittern',
    '<label>Delivery instructions <textarea class="cnry-t" name="t9"></textarea></label>',
    'Asterbittern',
  ],
  ['editable text', 'Begoniacoot', '<div class="cnry-t" contenteditable="true" aria-label="Write something"></div>'],
  [
    'comment box',
    'Camelliadove',
    '<div class="cnry-t" role="textbox" contenteditable="plaintext-only" aria-label="Say it"></div>',
  ],
  ['name, label in Czech', 'Ebonydunlin', '<label>Příjmení <input class="cnry-t" name="t10"></label>'],
  [
    'unmasked by a mutation',
    'Dahliaegret',
    '<span class="cnry-wrap"><label class="cnry-label">First name <input class="cnry-t cnry-unmask" name="firstName" autocomplete="given-name"></label></span>',
  ],
  [
    'e-mail searched for',
    'erigonfalcon@zandermail.example',
    '<form class="cnry-search" role="search" action="?" method="get"><input class="cnry-t" type="search" name="q" aria-label="Search"></form>',
  ],
])

/** What a script puts there after the page has loaded; see `plantLater`. */
export const laterCanaries: readonly Canary[] = makeCanaries('later', [
  ['shadow root', 'Freesiagull'],
  ['field in a shadow root', 'Gardeniahawk'],
  ['frame', 'heliconiaibis@zandermail.example'],
  ['added text', 'irisjackdaw@zandermail.example'],
  ['changed attribute', 'jonquilkite@zandermail.example'],
  ['address in history', 'kniphofialory'],
  ['fragment of the address', 'lobeliamerlin'],
  ['title of the document', 'mimosanuthatch@zandermail.example'],
  ['title of the document, name', 'Nemesiaoriole'],
  ['query of the address', 'oxalispipit'],
  ['e-mail in a value set by script', 'petuniaquelea@zandermail.example'],
])
