import type { Product } from '../catalogue/product.ts'
import { seededRandom } from '../seededRandom.ts'

/** Up to `count` products that go with `product`: its kind first, then its category; never itself. */
export function related(catalogue: readonly Product[], product: Product, count: number): Product[] {
  const random = seededRandom(`related ${product.id}`)
  const others = catalogue.filter(({ id }) => id !== product.id)
  const same = others.filter(({ kind }) => kind.noun === product.kind.noun)
  const near = others.filter(({ kind }) => kind.noun !== product.kind.noun && kind.category === product.kind.category)
  return [...random.sample(same, Math.ceil(count / 2)), ...random.sample(near, count)].slice(0, count)
}
