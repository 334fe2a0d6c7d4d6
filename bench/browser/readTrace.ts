/** A piece of the main thread's work, in milliseconds. */
export interface Piece {
  wall: number
  /** Processor time: what it took without the waits that other programs' load put into it. */
  cpu: number
}

export interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds: of the clock, and of the thread's processor time. */
  ts: number
  tts?: number
  dur?: number
  tdur?: number
}

export const BEGIN = 'bench-trace-begin'
export const END = 'bench-trace-end'

export interface MainThreadTrace {
  /** Tasks, the one with the most processor time first. */
  tasks: Piece[]
  /** From each `performance.mark` named `from` to the next one named `to`, in order. */
  sections(from: string, to: string): Piece[]
}

/** What the thread that made the marks BEGIN and END did between them. Throws where the marks are missing. */
export function readTrace(events: readonly TraceEvent[]): MainThreadTrace {
  const begin = events.find((event) => event.name === BEGIN)
  const end = events.find((event) => event.name === END)
  if (!begin || !end) throw new Error('The trace has lost the marks of the measured page; run the suite again.')
  const own = events
    .filter(({ pid, tid, ts }) => pid === begin.pid && tid === begin.tid && ts > begin.ts && ts < end.ts)
    .sort((a, b) => a.ts - b.ts)
  return {
    tasks: own
      .filter(({ name }) => name === 'RunTask')
      .map(({ dur = 0, tdur = dur }) => ({ wall: dur / 1000, cpu: tdur / 1000 }))
      .sort((a, b) => b.cpu - a.cpu),
    sections(from, to) {
      const pieces: Piece[] = []
      let open: TraceEvent | null = null
      for (const event of own) {
        if (event.name === from) open = event
        else if (event.name === to && open) {
          pieces.push({ wall: (event.ts - open.ts) / 1000, cpu: ((event.tts ?? 0) - (open.tts ?? 0)) / 1000 })
          open = null
        }
      }
      return pieces
    },
  }
}
