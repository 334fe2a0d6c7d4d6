import { expect, test } from 'vitest'
import { makeBigPage } from '../../bench/pages/makeBigPage.ts'

/** Elements and texts of well-formed markup without comments: start tags, and texts between tags. */
const nodesOf = (html: string): number =>
  (html.match(/<[a-z][^>]*>/g)?.length ?? 0) + (html.match(/>[^<]+</g)?.length ?? 0)

test('has 68,000 nodes, give or take a card', () => {
  expect(Math.abs(nodesOf(makeBigPage()) - 68_000)).toBeLessThan(25)
})

test('grows with what is asked for', () => {
  expect(nodesOf(makeBigPage(1000))).toBeLessThan(1030)
})
