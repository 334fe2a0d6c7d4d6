import type { DatabaseSync } from 'node:sqlite'
import type { Acknowledgement, Consent, ParticipantKind, Receipt, Redaction, Study } from '../../../schemas/index.ts'
import { isSameHash } from '../bearerToken.ts'
import { explainSqliteError } from './explainSqliteError.ts'
import type {
  Counts,
  EnrolResult,
  ItemPage,
  Leaver,
  NewBatch,
  NewEnrolment,
  RedactResult,
  Store,
  StoreBatchResult,
  StoredBatch,
  StoredItem,
  StoredParticipant,
  TokenOwner,
} from './port.ts'
import { redactSqlite } from './redactSqlite.ts'
import { prepareSqliteStatements, type SqliteStatements } from './sqliteStatements.ts'
import { StoreError } from './storeError.ts'
import { transactSqlite } from './transactSqlite.ts'

interface ParticipantRecord {
  participant_id: string
  study_id: string
  participant_kind: ParticipantKind
  token_sha256: string
  leave_sha256: string | null
  enrolled_at: number
  items: number
  /** Of the last redaction handled. */
  redaction_no: number
  /** Everything up to this `seq` was deleted. */
  deleted_up_to: number
}

interface ItemRecord {
  item_id: string
  seq: number
  kind: string
  data: string
  redacted_at: number | null
}

type ReceiptRecord = Receipt & { token_sha256: string }

const receiptOf = ({ participant_id, study_id, deleted_at, deleted_items }: ReceiptRecord): Receipt => ({
  participant_id,
  study_id,
  deleted_at,
  deleted_items,
})

/** The store port on one SQLite connection. Open it with `openSqliteStore`. */
export class SqliteStore implements Store {
  readonly #database: DatabaseSync
  readonly #path: string
  readonly #statements: SqliteStatements

  constructor(database: DatabaseSync, path: string) {
    this.#database = database
    this.#path = path
    this.#statements = prepareSqliteStatements(database)
  }

  async keepStudy(study: Study): Promise<void> {
    this.#write((sql) => {
      const other = (sql.studies.all() as { study_id: string }[]).find(({ study_id }) => study_id !== study.id)
      if (other) {
        throw new StoreError(
          'unusable',
          `${this.#path} holds the study "${other.study_id}", not "${study.id}". Give each study a store of its own.`,
        )
      }
      sql.putStudy.run(study.id, study.version, JSON.stringify(study))
    })
  }

  async studies(): Promise<Study[]> {
    const records = this.#read((sql) => sql.studies.all()) as { study: string }[]
    return records.map(({ study }) => this.#parse<Study>(study))
  }

  async counts(): Promise<Counts> {
    return { ...(this.#read((sql) => sql.counts.get()) as unknown as Counts) }
  }

  async enrol(enrolment: NewEnrolment): Promise<EnrolResult> {
    const { consent, token_sha256, leave_sha256 = null, enrolled_at } = enrolment
    const { participant_id } = consent
    return this.#write((sql): EnrolResult => {
      const receipt = sql.receipt.get(participant_id) as ReceiptRecord | undefined
      if (receipt) {
        return isSameHash(receipt.token_sha256, token_sha256)
          ? { state: 'withdrawn', receipt: receiptOf(receipt) }
          : { state: 'participant_taken' }
      }
      const known = sql.participant.get(participant_id) as ParticipantRecord | undefined
      if (known) {
        if (!isSameHash(known.token_sha256, token_sha256)) return { state: 'participant_taken' }
        if (known.participant_kind !== consent.participant_kind) return { state: 'kind_differs' }
        if (leave_sha256 !== null) sql.setLeave.run(leave_sha256, participant_id)
      } else {
        if (sql.participantOfToken.get(token_sha256) || sql.receiptOfToken.get(token_sha256)) {
          return { state: 'token_taken' }
        }
        const { study_id, participant_kind } = consent
        sql.addParticipant.run(participant_id, study_id, participant_kind, token_sha256, leave_sha256, enrolled_at)
      }
      sql.addConsent.run(participant_id, consent.agreed_at, consent.consent_version, JSON.stringify(consent))
      return { state: known ? 'known' : 'enrolled' }
    })
  }

  async findToken(token_sha256: string): Promise<TokenOwner | null> {
    return this.#read((sql): TokenOwner | null => {
      const enrolled = sql.participantOfToken.get(token_sha256) as ParticipantRecord | undefined
      if (enrolled) {
        return { state: 'enrolled', participant_id: enrolled.participant_id, token_sha256: enrolled.token_sha256 }
      }
      const withdrawn = sql.receiptOfToken.get(token_sha256) as ReceiptRecord | undefined
      return withdrawn
        ? { state: 'withdrawn', receipt: receiptOf(withdrawn), token_sha256: withdrawn.token_sha256 }
        : null
    })
  }

  async findLeaver(leave_sha256: string): Promise<Leaver | null> {
    return this.#read((sql): Leaver | null => {
      const enrolled = sql.participantOfLeave.get(leave_sha256) as { participant_id: string } | undefined
      if (enrolled) return { state: 'enrolled', participant_id: enrolled.participant_id }
      const withdrawn = sql.receiptOfLeave.get(leave_sha256) as ReceiptRecord | undefined
      return withdrawn ? { state: 'withdrawn', receipt: receiptOf(withdrawn) } : null
    })
  }

  async storeBatch(batch: NewBatch): Promise<StoreBatchResult> {
    const { participant_id, batch_id, body_sha256 } = batch
    return this.#write((sql): StoreBatchResult => {
      const known = sql.participant.get(participant_id) as ParticipantRecord | undefined
      if (!known) return { state: 'gone' }
      const before = sql.batch.get(participant_id, batch_id) as
        | { body_sha256: string; acknowledgement: string }
        | undefined
      if (before) {
        return before.body_sha256 === body_sha256 || before.body_sha256 === ''
          ? { state: 'repeated', acknowledgement: this.#parse<Acknowledgement>(before.acknowledgement) }
          : { state: 'batch_id_reused' }
      }
      let stored = 0
      for (const { item_id, seq, kind, data } of batch.items) {
        if (seq <= known.deleted_up_to) continue
        const json = JSON.stringify(data)
        const isNew = sql.addItem.run(participant_id, item_id, seq, kind, json, batch.received_at).changes
        if (isNew) stored += 1
        else sql.movePage.run(participant_id, item_id, seq, batch.received_at)
      }
      const { rejected } = batch
      const acknowledgement: Acknowledgement = { batch_id, stored, known: batch.items.length - stored, rejected }
      sql.countItems.run(stored, participant_id)
      sql.addBatch.run(participant_id, batch_id, body_sha256, batch.received_at, JSON.stringify(acknowledgement))
      return { state: 'stored', acknowledgement }
    })
  }

  async redact(redaction: Redaction, redacted_at: number): Promise<RedactResult> {
    const { participant_id, redaction_no } = redaction
    const result = this.#write((sql): RedactResult => {
      const known = sql.participant.get(participant_id) as ParticipantRecord | undefined
      if (!known) return { state: 'gone' }
      if (redaction_no <= known.redaction_no) {
        const { redaction_no: handled } = known
        return { state: 'late', receipt: { redaction_no: handled, redacted_at, deleted: 0, replaced: 0 } }
      }
      const counts = redactSqlite(sql, redaction, { redacted_at, deleted_up_to: known.deleted_up_to })
      return { state: 'redacted', receipt: { redaction_no, redacted_at, ...counts } }
    })
    this.#emptyLog()
    return result
  }

  async withdraw(participant_id: string, deleted_at: number): Promise<Receipt | null> {
    const receipt = this.#write((sql): Receipt | null => {
      const earlier = sql.receipt.get(participant_id) as ReceiptRecord | undefined
      if (earlier) return receiptOf(earlier)
      const known = sql.participant.get(participant_id) as ParticipantRecord | undefined
      if (!known) return null
      const { study_id, token_sha256, leave_sha256, items } = known
      sql.removeParticipant.run(participant_id)
      sql.addReceipt.run(participant_id, study_id, token_sha256, leave_sha256, deleted_at, items)
      return { participant_id, study_id, deleted_at, deleted_items: items }
    })
    this.#emptyLog()
    return receipt
  }

  async deleteOlder(received_before: number): Promise<number> {
    let gone = 0
    const who = this.#read((sql) => sql.participantsWithOlder.all(received_before)) as { participant_id: string }[]
    for (const { participant_id } of who) {
      gone += this.#write((sql) => {
        const { changes: deeds } = sql.deleteOlder.run(participant_id, received_before)
        const { changes: pages } = sql.deleteOlderPages.run(participant_id, received_before)
        sql.deleteOlderBatches.run(participant_id, received_before)
        sql.recount.run(participant_id)
        return Number(deeds) + Number(pages)
      })
    }
    if (who.length > 0) this.#emptyLog()
    return gone
  }

  async secret(name: string, make: () => string): Promise<string> {
    return this.#write((sql) => {
      const known = sql.secret.get(name) as { value: string } | undefined
      if (known) return known.value
      const value = make()
      sql.addSecret.run(name, value)
      return value
    })
  }

  async *participants(): AsyncIterable<StoredParticipant> {
    type Row = Omit<StoredParticipant, 'study_version'>
    const pages = this.#pages<Row>((last) => this.#statements.participantsAfter.all(last?.participant_id ?? ''))
    for await (const row of pages) {
      const consent = (await this.consents(row.participant_id)).at(-1)
      // None: withdrawn since the page was read.
      if (consent) yield { ...row, study_version: consent.study_version }
    }
  }

  async consents(participant_id: string): Promise<Consent[]> {
    const records = this.#read((sql) => sql.consents.all(participant_id)) as { consent: string }[]
    return records.map(({ consent }) => this.#parse<Consent>(consent))
  }

  async *batches(participant_id: string): AsyncIterable<StoredBatch> {
    type Row = Omit<StoredBatch, 'acknowledgement'> & { acknowledgement: string }
    const { batchesAfter } = this.#statements
    for await (const row of this.#pages<Row>((last) => batchesAfter.all(participant_id, last?.batch_id ?? ''))) {
      yield { ...row, acknowledgement: this.#parse<Acknowledgement>(row.acknowledgement) }
    }
  }

  async *items(participant_id: string): AsyncIterable<StoredItem> {
    const { itemsAfter } = this.#statements
    const pages = this.#pages<ItemRecord>((last) =>
      itemsAfter.all(participant_id, last?.seq ?? 0, last?.item_id ?? '', 100),
    )
    for await (const row of pages) yield this.#itemOf(row)
  }

  async itemPage(participant_id: string, { order, from_seq, limit }: ItemPage): Promise<StoredItem[]> {
    const rows = this.#read((sql) =>
      order === 'oldest_first'
        ? sql.itemsAfter.all(participant_id, from_seq ?? 0, '\uffff', limit)
        : sql.itemsBefore.all(participant_id, from_seq ?? Number.MAX_SAFE_INTEGER, limit),
    )
    return (rows as unknown as ItemRecord[]).map((row) => this.#itemOf(row))
  }

  async contextAt(participant_id: string, seq: number): Promise<string | null> {
    const row = this.#read((sql) => sql.contextAt.get(participant_id, seq)) as { context: string } | undefined
    return row?.context ?? null
  }

  async close(): Promise<void> {
    if (this.#database.isOpen) this.#database.close()
  }

  /** Reads page after page, each a query of its own: nothing stays locked between them. */
  async *#pages<Row>(readAfter: (last: Row | undefined) => unknown[]): AsyncIterable<Row> {
    let last: Row | undefined
    do {
      const page = this.#read(() => readAfter(last)) as Row[]
      yield* page.map((row) => ({ ...row }))
      last = page.at(-1)
    } while (last)
  }

  #itemOf({ redacted_at, data, ...row }: ItemRecord): StoredItem {
    const item = { ...row, data: this.#parse(data) } as StoredItem
    return redacted_at === null ? item : { ...item, redacted_at }
  }

  /** Pages written before still lie in the write-ahead log until it is emptied. */
  #emptyLog(): void {
    this.#read(() => this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
  }

  #read<T>(work: (statements: SqliteStatements) => T): T {
    try {
      return work(this.#statements)
    } catch (error) {
      throw explainSqliteError(error, this.#path)
    }
  }

  #write<T>(work: (statements: SqliteStatements) => T): T {
    return this.#read((statements) => transactSqlite(this.#database, () => work(statements)))
  }

  #parse<T>(json: string): T {
    try {
      return JSON.parse(json) as T
    } catch (cause) {
      throw new StoreError('damaged', `${this.#path} holds a record that cannot be read. Restore a backup.`, { cause })
    }
  }
}
