import type { Action, Item, Observation, Prediction, Rationale } from '../../schemas/index.ts'
import type { Collected, MyDataProps, Overview, Step } from '../../src/ui/mydata/types.ts'

const START = Date.UTC(2026, 10, 23, 14, 3, 20)
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const sha = (n: number) => String(n).repeat(64)

/** Everything but the functions, which cannot cross into a page. */
export type MyDataSample = Omit<MyDataProps, 'format' | 'loadPage' | `on${string}`>

/** What `loadPage` answers in the gallery, whatever page is asked for. */
export const PAGE: Observation = {
  schema_version: 1,
  observation_id: sha(1),
  url: 'https://shop.example/s?q=rain+jacket+for+[word]',
  title: 'Rain jackets for [word] - Harbor & Pine',
  page_type: 'search',
  language: 'en',
  context:
    '<nav name="nav_bar"><span>Deliver to [destination]</span><input name="search_input" label="Search" value="rain jacket"><a name="sign_in">Hello, [greeting]</a></nav>' +
    '<main name="search_results" click_type="product_link"><ul><li name="quarry_rain_jacket"><a name="view_product">Hearthwick Quarry three-layer rain jacket &amp; hood</a> $129.00 <span>4.6 out of 5 stars</span><button name="add_to_cart">Add to cart</button></li>' +
    '<li name="fell_rain_jacket"><a name="view_product">Fell rain jacket</a> $89.00 <select name="size" label="Size"><option>S</option><option selected>M</option></select></li></ul>' +
    '<form name="newsletter"><input name="email" label="E-mail" value="[email]"></form></main>',
  recipe: null,
}

const action = (n: number, what: Partial<Action> & Pick<Action, 'type'>): Action =>
  ({
    schema_version: 1,
    action_id: id(2000 + n),
    timestamp: START + n * 7000,
    document_id: id(2),
    document_seq: n,
    session_id: id(1),
    step_index: n,
    tab: 0,
    url: PAGE.url,
    observation_id: sha(1),
    ...what,
  }) as Action

const click = (n: number, name: string, text: string): Action =>
  action(n, { type: 'click', name, click_type: 'product_link', role: 'link', text } as never)

const history = (n: number, what: Partial<Action> & Pick<Action, 'type'>): Action => ({
  ...action(n, what),
  step_index: null,
})

const prediction: Prediction = {
  schema_version: 1,
  prediction_id: id(3000),
  session_id: id(1),
  step_index: 2,
  observation_id: sha(1),
  predictor: 'ranker',
  predictor_version: '1',
  learned_from: 43,
  committed_at: START + 13_000,
  latency_ms: 6,
  visibility: 'open',
  candidates: [
    { action: { type: 'click', name: 'search_results.quarry_rain_jacket.view_product' }, probability: 0.41 },
    { action: { type: 'type_and_submit', name: 'nav_bar.search_input', text: 'rain trousers' }, probability: 0.2 },
  ],
  rationale: null,
  error: null,
}

const { context: _, language: __, recipe: ___, schema_version: ____, ...facts } = PAGE
const page = { ...facts, has_content: true }
const excluded = {
  ...page,
  observation_id: sha(2),
  title: '',
  url: 'https://shop.example',
  page_type: 'account' as const,
  has_content: false,
}
const said: Rationale = {
  schema_version: 1,
  rationale_id: `why:${id(2003)}`,
  action_id: id(2003),
  session_id: id(1),
  step_index: 3,
  asked_at: START + 22_000,
  answered_at: START + 31_000,
  outcome: 'answered',
  text: 'It rains a lot where [word] lives, and this one has three layers.',
  source: 'human',
  chance: 0.1,
  language: 'en',
}

const session = { session_id: id(1), started_at: START }

const steps: Step[] = [
  {
    session,
    action: null,
    page: null,
    before: [history(4, { type: 'scroll', from: 0, to: 900, page_height: 4200 } as never)],
    pages: [page, { ...page, observation_id: sha(3), unsent: true }, excluded],
    predictions: [],
    rationales: [],
    gaps: [],
    place: { kind: 'held', until: START + 86_400_000 },
    at: START + 28_000,
    seqs: [14, 15, 16],
  },
  {
    session,
    action: click(3, 'search_results.quarry_rain_jacket.view_product', 'Hearthwick Quarry three-layer rain jacket'),
    page,
    before: [
      history(2, {
        type: 'input',
        name: 'nav_bar.search_input',
        text: 'rain jacket for [word]',
        masked: false,
      } as never),
    ],
    pages: [],
    predictions: [prediction],
    rationales: [said],
    gaps: [
      {
        schema_version: 1,
        gap_id: id(9),
        timestamp: START,
        session_id: id(1),
        document_id: null,
        from_seq: null,
        to_seq: null,
        reason: 'deleted',
      },
      {
        schema_version: 1,
        gap_id: id(10),
        timestamp: START,
        session_id: id(1),
        document_id: null,
        from_seq: null,
        to_seq: null,
        reason: 'deleted',
      },
    ],
    place: { kind: 'waiting' },
    at: START + 21_000,
    seqs: [10, 11, 12],
  },
  {
    session: { session_id: id(5), started_at: START - 86_400_000 },
    action: action(1, {
      type: 'type_and_submit',
      name: 'nav_bar.search_input',
      text: 'gift for [word], ring [phone]',
    } as never),
    page,
    before: [],
    pages: [],
    predictions: [],
    rationales: [],
    gaps: [],
    place: { kind: 'sent', at: START - 80_000_000 },
    at: START - 86_000_000,
    seqs: [4, 5],
  },
]

const overview: Overview = {
  study: { title: 'How people shop for the outdoors', hold_minutes: 1440, device_days: 30, collector_days: 730 },
  visibility: 'open',
  words: ['Anna Müller', 'Zürich'],
  counts: { waiting: 12, sent: 148 },
  redactions: { waiting: 2, error: 'The study’s collector could not be reached. It is tried again by itself.' },
  aside: [
    {
      seq: 3,
      kind: 'action',
      reason: 'Refused by the collector (422): tab: too large',
      data: { type: 'tab', tab: 4e9 },
    },
  ],
}

const item = (data: Observation | Action, kind: 'observation' | 'action', seq: number): Item =>
  ({ item_id: kind === 'observation' ? sha(1) : (data as Action).action_id, seq, kind, data }) as Item
const collected: Collected = {
  kind: 'read',
  more: true,
  items: [
    {
      item_id: id(2003),
      seq: 12,
      kind: 'action',
      item: item(steps[1]?.action as Action, 'action', 12),
      redacted_at: null,
    },
    { item_id: sha(1), seq: 10, kind: 'observation', item: item(PAGE, 'observation', 10), redacted_at: START + 90_000 },
    {
      item_id: said.rationale_id,
      seq: 13,
      kind: 'rationale',
      item: { item_id: said.rationale_id, seq: 13, kind: 'rationale', data: { ...said, outcome: 'missed', text: '' } },
      redacted_at: null,
    },
    { item_id: id(3000), seq: 9, kind: 'prediction', item: null, redacted_at: null },
  ],
}

const whole: MyDataSample = {
  overview,
  steps,
  more: true,
  query: '',
  reading: false,
  outcome: { kind: 'removed', count: 17 },
  answers: [
    {
      seq: 31,
      answer: {
        schema_version: 1,
        answer_id: id(3001),
        response_id: id(3002),
        timestamp: START,
        study_version: 1,
        survey_id: 'shopping_habits',
        question_id: 'in_own_words',
        question_kind: 'text',
        language: 'en',
        answer: 'I ask [name] first.',
      },
      question: 'How do you go about it?',
      words: 'I ask [name] first.',
      sent: true,
    },
  ],
  collected,
}

export const MYDATA = {
  whole,
  empty: {
    ...whole,
    overview: {
      ...overview,
      words: [],
      aside: [],
      redactions: { waiting: 0, error: null },
      counts: { waiting: 0, sent: 0 },
    },
    steps: [],
    more: false,
    outcome: null,
    collected: { kind: 'unread' },
  },
  searched: {
    ...whole,
    steps: [],
    more: true,
    query: 'umbrella',
    outcome: null,
    collected: { kind: 'reading', items: [] },
  },
  failed: {
    ...whole,
    steps: steps.slice(0, 1),
    more: false,
    outcome: { kind: 'failed', message: 'This is too short to be found. Enter a word of at least two letters.' },
    collected: { kind: 'failed', items: [], message: 'The study’s collector could not be reached.' },
  },
  outside: { ...whole, overview: null, steps: [], collected: { kind: 'unread' }, outcome: null },
} satisfies Record<string, MyDataSample>
