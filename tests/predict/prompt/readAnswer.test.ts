import { expect, test } from 'vitest'
import { answerSchema, parseAnswer } from '../../../src/predict/prompt/answer.ts'
import { readAnswer } from '../../../src/predict/prompt/readAnswer.ts'
import { observation } from '../../support/observation.ts'

const page = observation(
  '<nav name="nav"><input name="search" type="search"/></nav><section name="results"><div name="a"><a name="view">A</a></div><div name="b"><a name="view">B</a></div></section>',
)
const say = (...candidates: [string, string, string, number][]) =>
  readAnswer(
    {
      rationale: ' Because. ',
      candidates: candidates.map(([type, name, text, probability]) => ({
        action: { type: type as 'click', name, text },
        probability,
      })),
    },
    page,
  )
const click = (name: string, probability: number) => ({ action: { type: 'click', name }, probability })

test.each<[string, Parameters<typeof say>, object[], number]>([
  ['a full name', [['click', 'results.a.view', '', 0.4]], [click('results.a.view', 0.4)], 0],
  ['the ending of one name', [['click', 'a.view', '', 0.4]], [click('results.a.view', 0.4)], 0],
  ['the ending of two names', [['click', 'view', '', 0.4]], [], 1],
  ['part of a word', [['click', 'iew', '', 0.4]], [], 1],
  ['no name', [['click', '', '', 0.4]], [], 1],
  ['terminate needs none', [['terminate', 'x', 'y', 0.4]], [{ action: { type: 'terminate' }, probability: 0.4 }], 0],
  [
    'a search',
    [['type_and_submit', 'nav.search', 'red shoes', 0.4]],
    [{ action: { type: 'type_and_submit', name: 'nav.search', text: 'red shoes' }, probability: 0.4 }],
    0,
  ],
  [
    'doubles are added up',
    [
      ['click', 'results.a.view', '', 0.2],
      ['click', 'results.b.view', '', 0.3],
      ['click', 'a.view', 'ignored', 0.2],
    ],
    [click('results.a.view', 0.4), click('results.b.view', 0.3)],
    0,
  ],
  [
    'percentages',
    [
      ['click', 'results.a.view', '', 75],
      ['click', 'results.b.view', '', 25],
    ],
    [click('results.a.view', 0.75), click('results.b.view', 0.25)],
    0,
  ],
  ['less than nothing', [['click', 'results.a.view', '', -1]], [click('results.a.view', 0)], 0],
])('%s', (_, candidates, expected, dropped) => {
  expect(say(...candidates)).toEqual({ candidates: expected, rationale: 'Because.', dropped })
})

test.each([
  [
    'an answer',
    JSON.stringify({
      rationale: '',
      candidates: [{ action: { type: 'terminate', name: '', text: '' }, probability: 1 }],
    }),
    true,
  ],
  ['no JSON', 'click', false],
  ['a field more', JSON.stringify({ rationale: '', candidates: [], extra: 1 }), false],
  [
    'an unknown type',
    JSON.stringify({ rationale: '', candidates: [{ action: { type: 'buy', name: '', text: '' }, probability: 1 }] }),
    false,
  ],
])('parsing %s', (_, text, ok) => expect(parseAnswer(text) !== null).toBe(ok))

test('the schema that is sent asks for every field and forbids others, all the way down', () => {
  const walk = (schema: Record<string, unknown>): void => {
    if (schema.type === 'object') {
      expect(schema.required).toEqual(Object.keys(schema.properties as object))
      expect(schema.additionalProperties).toBe(false)
      for (const inner of Object.values(schema.properties as object)) walk(inner)
    }
    if (schema.type === 'array') walk(schema.items as Record<string, unknown>)
  }
  walk(answerSchema)
})
