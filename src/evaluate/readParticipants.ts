import type { ParticipantKind, StepRow } from '../../schemas/index.ts'

export interface ParticipantFilter {
  /** Whose steps; default everyone's. */
  kinds?: readonly ParticipantKind[]
  /** At most this many sessions of each participant, the first ones. */
  limit?: number
}

/** Steps in the order of a dataset, gathered by participant, one participant in memory at a time. */
export async function* readParticipants(
  steps: AsyncIterable<StepRow>,
  { kinds, limit = Number.POSITIVE_INFINITY }: ParticipantFilter,
): AsyncGenerator<StepRow[]> {
  let rows: StepRow[] = []
  let sessions = new Set<string>()
  for await (const row of steps) {
    if (kinds && !kinds.includes(row.participant_kind)) continue
    if (rows[0] && rows[0].participant_id !== row.participant_id) {
      yield rows
      rows = []
      sessions = new Set()
    }
    sessions.add(row.session_id)
    if (sessions.size <= limit) rows.push(row)
  }
  if (rows.length > 0) yield rows
}
