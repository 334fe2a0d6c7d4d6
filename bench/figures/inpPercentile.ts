/**
 * Interaction to Next Paint of a page: its slowest interaction, leaving one out for every 50 interactions, which is the
 * 98th percentile. Source: https://web.dev/articles/inp. Milliseconds; 0 where there was no interaction.
 *
 * @param durations one per slow interaction, its longest event's.
 * @param interactions how many there were, those too quick to be reported included.
 */
export function inpPercentile(durations: readonly number[], interactions: number): number {
  const slowestFirst = [...durations].sort((a, b) => b - a)
  return slowestFirst[Math.floor(interactions / 50)] ?? 0
}
