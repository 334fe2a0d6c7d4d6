import type { BufferContext } from './context.ts'
import type { ReadTransaction, WriteTransaction } from './schema.ts'

/** Why nothing could be sent at the last try. */
export interface UploadProblem {
  /** HTTP status, or null where there was no answer. */
  status: number | null
  /** What happened and what to do. */
  message: string
  /** True where trying again would change nothing: somebody has to do something first. */
  stopped: boolean
}

/** How sending goes, kept over the death of the worker. */
export interface UploadState {
  /** Tries in a row that failed for a reason not of the batch. */
  attempts: number
  /** Nothing is sent before, ms. */
  next_at: number | null
  problem: UploadProblem | null
  /** Batches accepted so far. */
  accepted: number
  accepted_at: number | null
  /** Until then batches are not packed, for the collector could not unpack one, ms. Rows of before there were any have none. */
  plain_until?: number | null
}

const KEY = 'upload'
const START: UploadState = { attempts: 0, next_at: null, problem: null, accepted: 0, accepted_at: null }

export async function readUploadState(transaction: ReadTransaction | WriteTransaction): Promise<UploadState> {
  const row = await (transaction as ReadTransaction).objectStore('meta').get(KEY)
  return (row?.value as UploadState | undefined) ?? START
}

export async function writeUploadState(transaction: WriteTransaction, state: UploadState): Promise<void> {
  await transaction.objectStore('meta').put({ key: KEY, value: state })
}

export const uploadState = (context: BufferContext): Promise<UploadState> => context.read(readUploadState)

/** Changes the named fields only. */
export const updateUploadState = (context: BufferContext, change: Partial<UploadState>): Promise<void> =>
  context.write(async (transaction) => {
    await writeUploadState(transaction, { ...(await readUploadState(transaction)), ...change })
  })
