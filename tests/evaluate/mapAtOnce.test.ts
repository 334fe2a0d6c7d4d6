import { expect, test } from 'vitest'
import { mapAtOnce } from '../../src/evaluate/mapAtOnce.ts'

async function* items(n: number) {
  for (let i = 0; i < n; i++) yield i
}

test.each([1, 2, 5, 100])('at most %i at once, results in order', async (limit) => {
  let running = 0
  let most = 0
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, ++running)
    for (let turn = 0; turn < (item * 7) % 5; turn++) await Promise.resolve()
    running--
    return item * 2
  }
  expect(await mapAtOnce(items(20), limit, work)).toEqual(Array.from({ length: 20 }, (_, i) => i * 2))
  expect(most).toBeLessThanOrEqual(limit)
  expect(most).toBeGreaterThanOrEqual(Math.min(limit, 2))
})

test('a failure ends it, and nothing more is begun', async () => {
  const begun: number[] = []
  const work = async (item: number): Promise<void> => {
    begun.push(item)
    if (item === 3) throw new Error('no')
  }
  await expect(mapAtOnce(items(20), 2, work)).rejects.toThrow('no')
  expect(begun.length).toBeLessThan(8)
})
