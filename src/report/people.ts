/** What rows tell about each participant that others might know too. */
export interface People {
  /** Answers to questions that the study marks as quasi-identifiers, by participant. */
  persona: Map<string, Map<string, string>>
  /** Shops and days on which somebody was recorded, by participant. */
  behaviour: Map<string, Map<string, string>>
  /** `shop day` pairs, and how many participants each has. */
  visits: Map<string, number>
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Collects it from rows, one by one. */
export function createPeopleCollector() {
  const persona: People['persona'] = new Map()
  const shops = new Map<string, Set<string>>()
  const days = new Map<string, Set<string>>()
  const visits = new Map<string, Set<string>>()
  const into = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
    map.set(key, (map.get(key) ?? new Set<V>()).add(value))
  }
  return {
    add(file: string, row: unknown): void {
      const { participant_id, timestamp, observation, survey_id, question_id, quasi_identifier, answer } =
        row as Record<string, unknown>
      if (typeof participant_id !== 'string') return
      if (file === 'surveys.jsonl' && quasi_identifier === true) {
        const answers = persona.get(participant_id) ?? new Map<string, string>()
        persona.set(participant_id, answers.set(`${survey_id}.${question_id}`, JSON.stringify(answer)))
      }
      const url = (observation as { url?: unknown } | null | undefined)?.url
      if (file !== 'steps.jsonl' || typeof timestamp !== 'number' || typeof url !== 'string' || !URL.canParse(url))
        return
      const { hostname } = new URL(url)
      into(shops, participant_id, hostname)
      into(days, participant_id, dayOf(timestamp))
      into(visits, `${hostname} ${dayOf(timestamp)}`, participant_id)
    },
    people(): People {
      const list = (set: Set<string> | undefined): string => [...(set ?? [])].sort().join(' ')
      return {
        persona,
        behaviour: new Map(
          [...shops.keys()].map((id) => [
            id,
            new Map([
              ['shops', list(shops.get(id))],
              ['days', list(days.get(id))],
              ['number of days', String(days.get(id)?.size ?? 0)],
            ]),
          ]),
        ),
        visits: new Map([...visits].map(([pair, ids]) => [pair, ids.size])),
      }
    },
  }
}
