import type { DatabaseSync } from 'node:sqlite'

/** Every statement of the SQLite store, prepared once. */
export function prepareSqliteStatements(database: DatabaseSync) {
  const prepare = (sql: string) => database.prepare(sql)
  return {
    putStudy: prepare(`INSERT INTO studies (study_id, study_version, study) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET study = excluded.study`),
    studies: prepare('SELECT study_id, study FROM studies ORDER BY study_version DESC'),
    counts: prepare(`SELECT count(*) AS participants, coalesce(sum(items), 0) AS items,
      (SELECT count(*) FROM receipts) AS withdrawn FROM participants`),

    participant: prepare('SELECT * FROM participants WHERE participant_id = ?'),
    participantOfToken: prepare('SELECT participant_id, token_sha256 FROM participants WHERE token_sha256 = ?'),
    participantsAfter: prepare(`SELECT participant_id, study_id, participant_kind, enrolled_at FROM participants
      WHERE participant_id > ? ORDER BY participant_id LIMIT 100`),
    addParticipant:
      prepare(`INSERT INTO participants (participant_id, study_id, participant_kind, token_sha256, enrolled_at)
      VALUES (?, ?, ?, ?, ?)`),
    countItems: prepare('UPDATE participants SET items = items + ? WHERE participant_id = ?'),
    removeParticipant: prepare('DELETE FROM participants WHERE participant_id = ?'),

    addConsent: prepare(`INSERT INTO consents (participant_id, agreed_at, consent_version, consent) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING`),
    consents: prepare('SELECT consent FROM consents WHERE participant_id = ? ORDER BY agreed_at'),

    batch: prepare('SELECT body_sha256, acknowledgement FROM batches WHERE participant_id = ? AND batch_id = ?'),
    batchesAfter: prepare(`SELECT batch_id, body_sha256, received_at, acknowledgement FROM batches
      WHERE participant_id = ? AND batch_id > ? ORDER BY batch_id LIMIT 100`),
    addBatch: prepare(`INSERT INTO batches (participant_id, batch_id, body_sha256, received_at, acknowledgement)
      VALUES (?, ?, ?, ?, ?)`),

    addItem: prepare(`INSERT INTO items (participant_id, item_id, seq, kind, data) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING`),
    itemsAfter: prepare(`SELECT item_id, seq, kind, data FROM items
      WHERE participant_id = ? AND (seq, item_id) > (?, ?) ORDER BY seq, item_id LIMIT 100`),

    receipt: prepare('SELECT * FROM receipts WHERE participant_id = ?'),
    receiptOfToken: prepare('SELECT * FROM receipts WHERE token_sha256 = ?'),
    addReceipt: prepare(`INSERT INTO receipts (participant_id, study_id, token_sha256, deleted_at, deleted_items)
      VALUES (?, ?, ?, ?, ?)`),
  }
}

export type SqliteStatements = ReturnType<typeof prepareSqliteStatements>
