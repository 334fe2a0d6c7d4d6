import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageType } from '../../schemas/index.ts'
import { readStudy } from '../../src/cli/readStudy.ts'
import { checkStudy } from '../../src/cli/study/checkStudy.ts'

const whole = {
  schema_version: 1,
  id: 'lamps',
  title: 'How people choose lamps',
  version: 1,
  contact: { name: 'Ada Example', email: 'ada@example.edu', ethics_approval: 'EX-1' },
  consent: { version: '1', text: { en: 'We record.' } },
  shops: [{ name: 'Lamps', matches: ['https://lamps.example/*', 'https://*.lamps.example/*'] }],
  upload: { endpoint: 'https://collector.example.edu', hold_minutes: 30 },
  retention: { collector_days: 365 },
}

const lampRecipe = {
  schema_version: 1,
  id: 'lamps',
  title: 'Lamps',
  hosts: ['lamps.example'],
  dated: '2026-11-26',
  tried_on: [],
  pages: [],
  parts: [],
}
const TYPES = pageType.options.map((type) => JSON.stringify(type)).join(', ')

type Path = (string | number)[]

/** The report, without line numbers, on the whole study with one value put in at `path`, or taken out. */
function reportWith(path: Path, value: unknown) {
  const file = structuredClone(whole)
  const holder = path.slice(0, -1).reduce<Record<string | number, unknown>>(
    // biome-ignore lint/suspicious/noExplicitAny: a path of a table row
    (at, key) => at[key] as any,
    file,
  )
  holder[path.at(-1) ?? ''] = value
  const { mistakes, warnings } = checkStudy(JSON.stringify(file, null, 2))
  const bare = (lines: string[]) => lines.map((line) => line.replace(/^line \d+: /, ''))
  return { mistakes: bare(mistakes), warnings: bare(warnings) }
}

test('a study without mistakes is read, with its defaults', () => {
  const { study, mistakes, warnings } = checkStudy(JSON.stringify(whole))
  expect([mistakes, warnings]).toEqual([[], []])
  expect(study).toMatchObject({ id: 'lamps', predictors: ['ranker'], session: { idle_minutes: 30 } })
})

const PATTERN = 'must be a match pattern that names a host, such as https://*.example.com/* or http://127.0.0.1:8080/*'

test.each<[Path, unknown, string]>([
  [['shops', 0, 'matches', 1], 'lamps.example', `shops[0].matches[1]: ${PATTERN}, not "lamps.example"`],
  [['shops', 0, 'matches', 0], '*://*/*', `shops[0].matches[0]: ${PATTERN}, not "*://*/*"`],
  [['shops', 0, 'matches'], [], 'shops[0].matches: must have 1 entries at least'],
  [['shops'], [], 'shops: must have 1 entries at least'],
  [['shops', 0, 'recpie'], 'x', 'shops[0].recpie: is not a known key; did you mean "recipe"?'],
  [['shops', 0, 'recipe'], 'amazn', 'shops[0].recipe: there is no recipe "amazn"; did you mean "amazon"?'],
  [
    ['recipes'],
    [{ ...lampRecipe, parts: [{ selector: '#a' }] }],
    'recipes[0].parts[0]: needs a region, a name or a click_type',
  ],
  [
    ['recipes'],
    [{ ...lampRecipe, pages: [{ page_type: 'prodct', address: '^/p' }] }],
    `recipes[0].pages[0].page_type: must be one of ${TYPES}, not "prodct"; did you mean "product"?`,
  ],
  [
    ['recipes'],
    [{ ...lampRecipe, pages: [{ page_type: 'cart', address: '(' }] }],
    'recipes[0].pages[0].address: must be a regular expression',
  ],
  [
    ['recipes'],
    [{ ...lampRecipe, hosts: ['lamps'] }],
    'recipes[0].hosts[0]: must be a host such as shop.example, which stands for its subdomains too; or * for any, not "lamps"',
  ],
  [['consent'], undefined, 'consent: is missing; must be an object: { … }'],
  [['contact'], [], 'contact: must be an object: { … }, not []'],
  [['contact', 'email'], 'ada', 'contact.email: must be an e-mail address, not "ada"'],
  [['title'], 7, 'title: must be a text in double quotes, not 7'],
  [['title'], '', 'title: must not be empty'],
  [['title'], 'x'.repeat(121), 'title: must have 120 characters at most'],
  [['titel'], 'x', 'titel: is not a known key; did you mean "title"?'],
  [['version'], 1.5, 'version: must be a whole number, not 1.5'],
  [['version'], 0, 'version: must be more than 0'],
  [['schema_version'], 2, 'schema_version: must be 1, not 2'],
  [['id'], 'Lamps', 'id: must be 2–63 lower-case letters, digits and hyphens, not "Lamps"'],
  [['retention', 'collector_days'], 9999, 'retention.collector_days: must be 3650 or less'],
  [['retention', 'deviceDays'], 3, 'retention.deviceDays: is not a known key; did you mean "device_days"?'],
  [
    ['upload', 'endpoint'],
    'collector',
    'upload.endpoint: must be an address that begins with https://, not "collector"',
  ],
  [['upload', 'endpoint'], 'http://far.example', 'upload.endpoint: must be https, unless it is a loopback address'],
  [['upload', 'color'], 'x', 'upload.color: is not a known key; known here: endpoint, hold_minutes'],
  [
    ['prediction_visibility'],
    'blnd',
    'prediction_visibility: must be one of "off", "blind", "open", not "blnd"; did you mean "blind"?',
  ],
  [
    ['prediction_visibility'],
    'sometimes',
    'prediction_visibility: must be one of "off", "blind", "open", not "sometimes"',
  ],
  [
    ['predictors'],
    ['ranker', 'oracle'],
    'predictors[1]: must be ranker, most-frequent, terminate or claude:MODEL, not "oracle"',
  ],
  [['consent', 'text', 'EN!'], 'x', 'consent.text["EN!"]: must be a BCP 47 language such as en or zh-CN'],
  [['consent', 'text'], {}, 'consent.text: needs the text in one language at least'],
])('%j = %j is explained', (path, value, mistake) => {
  expect(reportWith(path, value)).toEqual({ mistakes: [mistake], warnings: [] })
})

test('every mistake is named, in the order of the file, with its line', () => {
  const text = '{\n "schema_version": 1,\n "id": "A",\n "shops": [\n  {"matches": ["x",\n   "y"]}\n ]\n}'
  const { study, mistakes } = checkStudy(text)
  expect(study).toBeNull()
  expect(mistakes.map((mistake) => mistake.split(': ').slice(0, 2).join(': '))).toEqual([
    'line 1: title',
    'line 1: version',
    'line 1: contact',
    'line 1: consent',
    'line 1: upload',
    'line 1: retention',
    'line 3: id',
    'line 5: shops[0].name',
    'line 5: shops[0].matches[0]',
    'line 6: shops[0].matches[1]',
  ])
})

test.each([
  ['[]', 'line 1: the file: must be an object: { … }, not []'],
  ['{"id": 1,}', 'line 1, column 10: the comma before this } is one too many'],
])('%s is one mistake', (text, mistake) => {
  expect(checkStudy(text).mistakes).toEqual([mistake])
})

test('no key of a file is more than data', () => {
  const text = JSON.stringify(whole).replace('{', '{"__proto__":{"x":1},"constructor":1,')
  expect(checkStudy(text).mistakes).toEqual([
    expect.stringMatching(/__proto__: is not a known key/),
    expect.stringMatching(/constructor: is not a known key/),
  ])
})

test.each<[Path, unknown, string]>([
  [['upload', 'hold_minutes'], 0, 'upload.hold_minutes: is 0: '],
  [['retention', 'collector_days'], 2000, 'retention.collector_days: is 2000 days: '],
  [['contact', 'ethics_approval'], undefined, 'contact.ethics_approval: is missing; '],
  [['upload', 'endpoint'], 'http://127.0.0.1:7410', 'upload.endpoint: is http: '],
  [['shops', 0, 'matches', 2], 'http://lamps.example/*', 'shops[0].matches[2]: is http: '],
  [
    ['shops', 0, 'matches', 2],
    'https://lamps.example/',
    'shops[0].matches[2]: is one single page: https://lamps.example/* ',
  ],
  [['shops', 0, 'matches', 2], 'https://*.com/*', 'shops[0].matches[2]: takes in every site under .com'],
  [
    ['excluded_pages'],
    { page_types: ['sign_in', 'account', 'address', 'order_history', 'messages'] },
    'excluded_pages.page_types: leaves out "payment": ',
  ],
  [['prediction_visibility'], 'open', 'prediction_visibility: is "open": '],
  [['rationale'], { chance: { review: 0 } }, 'rationale.chance: is 0 for every kind of step'],
  [['rationale'], { chance: { review: 1 }, question: { de: 'Warum?' } }, 'rationale.question: has no text in en'],
  [['page_note'], { de: 'Studie' }, 'page_note: has no text in en'],
])('%j = %j is warned about', (path, value, warning) => {
  expect(reportWith(path, value)).toEqual({ mistakes: [], warnings: [expect.stringContaining(warning)] })
})

test.each(['http://127.0.0.1:7411/*', 'http://localhost/*', 'https://shop.co.uk/*'])(
  '%s is nothing to warn about',
  (pattern) => {
    expect(reportWith(['shops', 0, 'matches', 2], pattern)).toEqual({ mistakes: [], warnings: [] })
  },
)

test('the demonstration study is a study', () => {
  const { study, mistakes } = checkStudy(readFileSync('studies/demo.json', 'utf8'))
  expect(mistakes).toEqual([])
  expect(study).toMatchObject({
    id: 'demo',
    upload: { endpoint: 'http://127.0.0.1:7410' },
    prediction_visibility: 'open',
    predictors: ['ranker', 'claude:claude-haiku-5-5'],
  })
  expect(study?.shops.flatMap(({ matches }) => matches)).toEqual(['http://127.0.0.1:7411/*'])
})

test('reading a study throws all mistakes at once, and names the file', () => {
  expect(() => readStudy('package.json')).toThrow(/^package\.json has \d+ mistakes:\n {2}line \d+: .*\n/)
  expect(() => readStudy('nowhere.json')).toThrow(/nowhere\.json cannot be read/)
  expect(readStudy('studies/demo.json').id).toBe('demo')
})

test('a study may bring a recipe of its own, which its shops can name', () => {
  const file = { ...whole, recipes: [lampRecipe], shops: [{ ...whole.shops[0], recipe: 'lamps' }] }
  const { study, mistakes } = checkStudy(JSON.stringify(file))
  expect(mistakes).toEqual([])
  expect(study?.recipes?.[0]?.id).toBe('lamps')
})
