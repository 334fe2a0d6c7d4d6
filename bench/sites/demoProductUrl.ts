/** Search results of the demonstration shop at `origin`. */
export const demoSearchUrl = (origin: string): string => `${origin}/search?q=jacket`

/** Address of a product of the demonstration shop at `origin`: the first of those results. */
export async function demoProductUrl(origin: string): Promise<string> {
  const results = demoSearchUrl(origin)
  const link = (await (await fetch(results)).text()).match(/class="card-title"><a href="([^"]+)"/)?.[1]
  if (!link) throw new Error(`The demonstration shop shows no product at ${results}.`)
  return new URL(link, origin).href
}
