/**
 * The results of `work` on each item, in the order of the items, with at most `limit` under way at once.
 *
 * Rejects with a failure as soon as there is one; items not begun by then are never begun.
 */
export async function mapAtOnce<Item, Result>(
  items: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Promise<Result>[] = []
  const running = new Set<Promise<void>>()
  const failure = Promise.withResolvers<never>()
  failure.promise.catch(() => {})
  let failed = false
  for await (const item of items) {
    if (failed) break
    const result = work(item)
    const done: Promise<void> = result.then(
      () => void running.delete(done),
      (error) => {
        failed = true
        failure.reject(error)
      },
    )
    results.push(result)
    running.add(done)
    if (running.size >= limit) await Promise.race([failure.promise, ...running])
  }
  return Promise.race([failure.promise, Promise.all(results)])
}
