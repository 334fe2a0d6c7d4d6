import type { Action, Candidate, PredictedAction, Prediction, Study } from '../../../schemas/index.ts'
import type { ConsentCopyProps } from '../../../src/ui/consentCopy.ts'
import type {
  AskedWhy,
  JoinState,
  OptionsPageProps,
  PanelStep,
  PopupProps,
  SidePanelProps,
} from '../../../src/ui/types.ts'

/** Everything but the functions, which cannot cross into a page. */
export type Plain<Props> = {
  [Key in keyof Props as Props[Key] extends (...args: never[]) => void ? never : Key]: Props[Key]
}

const START = Date.UTC(2026, 10, 23, 14, 3, 20)
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const sha = 'a'.repeat(64)

export const click = (name: string): PredictedAction => ({ type: 'click', name })
export const search = (text: string): PredictedAction => ({
  type: 'type_and_submit',
  name: 'nav_bar.search_input',
  text,
})

const candidates = (...rows: [PredictedAction, number][]): Candidate[] =>
  rows.map(([action, probability]) => ({ action, probability }))

export function prediction(step: number, list: Candidate[], change: Partial<Prediction> = {}): Prediction {
  return {
    schema_version: 1,
    prediction_id: id(1000 + step),
    session_id: id(1),
    step_index: step,
    observation_id: sha,
    predictor: 'ranker',
    predictor_version: '1',
    learned_from: 41 + step,
    committed_at: START + step * 7000 + 482,
    latency_ms: 6,
    visibility: 'open',
    candidates: list,
    rationale: null,
    error: null,
    ...change,
  }
}

export function action(step: number, what: PredictedAction): Action {
  const where = {
    schema_version: 1 as const,
    action_id: id(2000 + step),
    timestamp: START + step * 7000 + 3690,
    document_id: id(2),
    document_seq: step,
    session_id: id(1),
    step_index: step,
    tab: 0,
    url: 'https://shop.example/',
    observation_id: sha,
  }
  if (what.type === 'terminate') return { ...where, type: 'terminate', reason: 'closed' }
  if (what.type === 'type_and_submit') return { ...where, ...what }
  return { ...where, ...what, click_type: 'other', role: 'link', text: '' }
}

const JACKET = 'search_results.hearthwick_quarry_three_layer_rain_jacket.view_product'
const rows: [PredictedAction, [PredictedAction, number][], boolean][] = [
  [
    click('buy_box.add_to_cart'),
    [
      [click('buy_box.add_to_cart'), 0.58],
      [click('reviews.more_reviews'), 0.17],
      [click('buy_box.size.m'), 0.09],
    ],
    true,
  ],
  [
    click('reviews.more_reviews'),
    [
      [click('buy_box.add_to_cart'), 0.44],
      [click('reviews.more_reviews'), 0.31],
      [{ type: 'terminate' }, 0.06],
    ],
    false,
  ],
  [
    click(JACKET),
    [
      [click(JACKET), 0.39],
      [click('refinements.customer_rating.4_stars_up'), 0.22],
      [search('rain jacket'), 0.11],
    ],
    true,
  ],
  [
    search('rain jacket'),
    [
      [search('rain jacket'), 0.26],
      [click('nav_bar.deals'), 0.2],
      [click('categories.clothing'), 0.12],
    ],
    true,
  ],
]

export const steps: PanelStep[] = rows.map(([what, list, hit], index) => ({
  action: action(rows.length - 1 - index, what),
  predictions: [prediction(rows.length - 1 - index, candidates(...list))],
  hit,
}))

const pending = prediction(
  4,
  candidates(
    [click('added_to_cart.proceed_to_checkout'), 0.47],
    [click('added_to_cart.go_to_cart'), 0.28],
    [search('wool socks'), 0.08],
  ),
)

const goals = { sessions: { done: 2, hoped: 3 }, steps: { done: 47, hoped: 60 } }
const inShop = { status: { kind: 'recorded' }, site: 'harborandpine.example' } as const

const question: AskedWhy = {
  rationale_id: `why:${id(2002)}`,
  text: null,
  language: 'en',
  action: action(2, click(JACKET)),
  ends_in_ms: 60_000,
}

/** What stands in the corner of a page. */
export const CORNERS = {
  question: { question, note: null },
  note: { question: null, note: { text: null, language: 'en' } },
  both: {
    question: {
      ...question,
      text: 'Was hat Sie dazu bewogen, gerade diese Regenjacke näher anzusehen?',
      language: 'de',
    },
    note: {
      text: 'This shop visit is part of the outdoor shopping study of the University of Example.',
      language: 'en',
    },
  },
} satisfies Record<string, { question: AskedWhy | null; note: { text: string | null; language: string } | null }>

const panel: Plain<Omit<SidePanelProps, 'format'>> = {
  study_title: 'How people shop for the outdoors',
  state: { kind: 'recording' },
  upload: { waiting: 12, acknowledged: 148, last_sent_at: START + 26_000, problem: null },
  visibility: 'open',
  predictor: { id: 'ranker', learned_from: 45 },
  score: { hits: 27, total: 45, interval: [0.455, 0.73], baseline: { hits: 14, total: 45 } },
  pending,
  steps,
  here: inShop,
  goals: null,
  question: null,
}

export const PANELS = {
  open: panel,
  blind: { ...panel, visibility: 'blind' },
  asked: { ...panel, goals, question },
  elsewhere: { ...panel, goals, here: { status: { kind: 'not_shop' }, site: null } },
  off: { ...panel, visibility: 'off', pending: null },
  empty: {
    ...panel,
    steps: [],
    pending: null,
    predictor: { id: 'ranker', learned_from: 0 },
    upload: { waiting: 0, acknowledged: 0, last_sent_at: null, problem: null },
    score: { hits: 0, total: 0, interval: null, baseline: { hits: 0, total: 0 } },
  },
  paused: {
    ...panel,
    state: { kind: 'paused', until: START + 900_000 },
    upload: { ...panel.upload, waiting: 31, problem: 'connect ECONNREFUSED 127.0.0.1:8787' },
  },
  unjoined: {
    ...panel,
    study_title: null,
    predictor: null,
    pending: null,
    steps: [],
    state: { kind: 'off', reason: 'not_joined' },
    upload: { waiting: 0, acknowledged: 0, last_sent_at: null, problem: null },
  },
  two: {
    ...panel,
    steps: steps.map((step) => ({
      ...step,
      predictions: [
        ...step.predictions,
        { ...prediction(9, []), predictor: 'claude:claude-haiku-5-5', error: 'No key: enter one in the options.' },
      ],
    })),
  },
  unpredicted: {
    ...panel,
    steps: [{ action: action(4, { type: 'terminate' }), predictions: [], hit: null }, ...steps],
  },
} satisfies Record<string, Plain<Omit<SidePanelProps, 'format'>>>

export const study: Study = {
  schema_version: 1,
  id: 'outdoor-shopping',
  title: 'How people shop for the outdoors',
  version: 2,
  contact: {
    name: 'Dr. Amara Okafor',
    email: 'shopping-study@university.example',
    institution: 'University of Example',
    ethics_approval: 'IRB-2026-0417',
  },
  purpose: 'To learn how people choose what to wear outdoors, and how well that can be predicted.',
  pay: 'A $20 gift card after two weeks, sent by e-mail.',
  consent: {
    version: '2026-11-01',
    text: {
      en: 'We study how people decide what to buy. If you agree, a browser extension notes what you do in the shops named above.\n\nTaking part is voluntary. You can pause or leave at any time, without giving a reason, and leaving deletes what was collected.\n\nThere is no risk beyond those of everyday life.',
    },
  },
  shops: [
    { name: 'Harbor & Pine', matches: ['https://*.harborandpine.example/*'] },
    { name: 'Demonstration shop', matches: ['http://127.0.0.1:8080/*'] },
  ],
  record: { page_content: true, input: true, scroll: true, navigation: true, tabs: true },
  excluded_pages: {
    page_types: ['sign_in', 'account', 'address', 'payment', 'order_history', 'messages'],
    matches: [],
  },
  session: { idle_minutes: 30 },
  upload: { endpoint: 'https://collector.university.example', hold_minutes: 1440 },
  predictors: ['ranker', 'claude:claude-haiku-5-5'],
  prediction_visibility: 'open',
  retention: { device_days: 30, collector_days: 730 },
}

const TEXTS = {
  en: study.consent.text.en ?? '',
  es: 'Estudiamos cómo deciden las personas qué comprar.\n\nParticipar es voluntario. Puede dejarlo en cualquier momento.',
  de: 'Wir untersuchen, wie Menschen entscheiden, was sie kaufen.\n\nDie Teilnahme ist freiwillig. Sie können jederzeit aufhören, ohne einen Grund zu nennen.',
  'zh-CN': '我们研究人们如何决定购买什么。\n\n参加是自愿的。您可以随时退出，无需说明理由。',
}

const url = 'https://university.example/study.json'
export const JOINS = {
  asking: { kind: 'asking', unreadable: false },
  unreadable: { kind: 'asking', unreadable: true },
  wrong_code: { kind: 'asking', unreadable: false, typed: 'university.example/AAA111', problem: 'wrong_code' },
  no_address: { kind: 'asking', unreadable: false, typed: 'K7M2QX', problem: 'no_address' },
  not_secure: { kind: 'asking', unreadable: false, typed: 'http://u.example/study.json', problem: 'not_secure' },
  loading: { kind: 'loading', url },
  ready: { kind: 'ready', study, text: study.consent.text.en ?? '', language: 'en', renewal: null },
  ready_languages: {
    kind: 'ready',
    study: { ...study, consent: { ...study.consent, text: TEXTS } },
    text: TEXTS.de,
    language: 'de',
    renewal: null,
  },
  renewal: {
    kind: 'ready',
    study,
    text: study.consent.text.en ?? '',
    language: 'en',
    renewal: { version: '2026-09-01', agreed_at: START - 60 * 86_400_000, why: 'changed' },
  },
  expired: {
    kind: 'ready',
    study: { ...study, ends_at: '2027-03-31T22:00:00Z', consent: { ...study.consent, valid_days: 90 } },
    text: study.consent.text.en ?? '',
    language: 'en',
    renewal: { version: '2026-11-01', agreed_at: START - 90 * 86_400_000, why: 'expired' },
  },
  ready_inside: {
    kind: 'ready',
    study: { ...study, predictors: ['ranker'], record: { ...study.record, page_content: false } },
    text: study.consent.text.en ?? '',
    language: 'en',
    renewal: null,
  },
  joining: { kind: 'joining', study },
  unreachable: { kind: 'unreachable', url, message: 'it answered 404' },
  malformed: {
    kind: 'malformed',
    url,
    mistakes: [
      'contact.email: must be an e-mail address',
      'shops.0.matches.0: must be a match pattern that names a host, such as https://*.example.com/*',
      'retention.collector_days: expected a number',
    ],
  },
  failed: { kind: 'failed', message: 'The collector did not accept the enrolment (503). Try again in a minute.' },
  permission: { kind: 'permission', study },
  over: { kind: 'over', title: study.title },
  declined: { kind: 'declined', member: false },
  declined_change: { kind: 'declined', member: true },
  joined: { kind: 'joined', title: study.title, how: 'now' },
  renewed: { kind: 'joined', title: study.title, how: 'again' },
  already: { kind: 'joined', title: study.title, how: 'before' },
} satisfies Record<string, JoinState>

export const COPIES = {
  draft: {
    study,
    language: 'en',
    sha256: sha,
    ticked: { recording: true, page_content: false, rationale: false, live_prediction: true, outside_model: false },
    agreed: null,
    receipt: null,
    now: START,
  },
  agreed: {
    study: { ...study, title: 'How <people> shop & "choose"' },
    language: 'en',
    sha256: sha,
    ticked: { recording: true, page_content: false, rationale: false, live_prediction: true, outside_model: false },
    agreed: { at: START, participant_id: id(77) },
    receipt: {
      kind: 'consent',
      participant_id: id(77),
      study_id: study.id,
      study_version: 2,
      consent_version: '2026-11-01',
      consent_sha256: sha,
      language: 'en',
      agreed_at: START,
      choices: { recording: true, page_content: false, live_prediction: true, outside_model: false },
      confirmed_at: START + 800,
      public_key: 'k'.repeat(43),
      signature: 's'.repeat(86),
    },
    now: START,
  },
} satisfies Record<string, Omit<ConsentCopyProps, 'format'>>

const popup = {
  study_title: study.title,
  surveys: { due: 0, any: false },
  state: { kind: 'recording' },
  waiting: 12,
  here: inShop,
  goals,
  paused_sites: [],
} satisfies Plain<Omit<PopupProps, 'format'>>
export const POPUPS = {
  recording: popup,
  asked: { ...popup, surveys: { due: 2, any: false } },
  reached: { ...popup, goals: { sessions: { done: 5, hoped: 3 }, steps: { done: 1240, hoped: 60 } } },
  private_page: { ...popup, goals: null, here: { status: { kind: 'type_only' }, site: 'harborandpine.example' } },
  elsewhere: { ...popup, goals: null, here: { status: { kind: 'not_shop' }, site: null } },
  private_window: { ...popup, goals: null, here: { status: { kind: 'private_window' }, site: null } },
  paused_tab: { ...popup, here: { status: { kind: 'paused', by: 'tab' }, site: 'harborandpine.example' } },
  paused_site: {
    ...popup,
    here: { status: { kind: 'paused', by: 'site' }, site: 'shop.harborandpine.example' },
    paused_sites: ['harborandpine.example', 'another-shop.example'],
  },
  paused: { ...popup, state: { kind: 'paused', until: null } },
  unjoined: { ...popup, study_title: null, waiting: 0, state: { kind: 'off', reason: 'not_joined' } },
  outdated: { ...popup, state: { kind: 'off', reason: 'consent_outdated' } },
} satisfies Record<string, Plain<Omit<PopupProps, 'format'>>>

const options = {
  study: {
    title: study.title,
    contact: `${study.contact.name}, ${study.contact.email}`,
    participant_id: id(77),
    agreed_at: START - 86_400_000,
  },
  state: { kind: 'recording' },
  has_key: false,
  models: [
    { id: 'claude-haiku-5-5', name: 'Claude Haiku 5.5' },
    { id: 'claude-sonnet-5-5', name: 'Claude Sonnet 5.5' },
  ],
  model: null,
  key_problem: null,
  withdrawal: { kind: 'idle' },
  version: '0.1.0',
} satisfies Plain<Omit<OptionsPageProps, 'format'>>
const receipt = { participant_id: id(77), study_id: study.id, deleted_at: START, deleted_items: 160 }
export const OPTIONS = {
  joined: options,
  key: { ...options, has_key: true, model: 'claude-haiku-5-5' },
  refused: { ...options, key_problem: 'The key was refused (401). Copy it again from the console.' },
  working: { ...options, withdrawal: { kind: 'working' } },
  outdated: { ...options, state: { kind: 'off', reason: 'consent_outdated' } },
  withdrawn: {
    ...options,
    study: null,
    state: { kind: 'off', reason: 'withdrawn' },
    withdrawal: { kind: 'done', receipt },
  },
  later: {
    ...options,
    study: null,
    state: { kind: 'off', reason: 'withdrawn' },
    withdrawal: { kind: 'done', receipt: null },
  },
} satisfies Record<string, Plain<Omit<OptionsPageProps, 'format'>>>
