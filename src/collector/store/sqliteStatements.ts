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
      prepare(`INSERT INTO participants (participant_id, study_id, participant_kind, token_sha256, leave_sha256, enrolled_at)
      VALUES (?, ?, ?, ?, ?, ?)`),
    setLeave: prepare('UPDATE participants SET leave_sha256 = ? WHERE participant_id = ?'),
    participantOfLeave: prepare('SELECT participant_id FROM participants WHERE leave_sha256 = ?'),
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

    blankBatches: prepare("UPDATE batches SET body_sha256 = '' WHERE participant_id = ?"),

    addItem:
      prepare(`INSERT INTO items (participant_id, item_id, seq, kind, data, received_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6
      WHERE NOT EXISTS (SELECT 1 FROM redacted WHERE participant_id = ?1 AND seq = ?3)
      ON CONFLICT DO NOTHING`),
    // A page seen anew comes under a new place: what is deleted of before must not take it along.
    movePage:
      prepare(`UPDATE items SET seq = ?3, received_at = ?4 WHERE participant_id = ?1 AND item_id = ?2 AND seq < ?3
      AND kind = 'observation' AND NOT EXISTS (SELECT 1 FROM redacted WHERE participant_id = ?1 AND seq = ?3)`),
    itemsAfter: prepare(`SELECT item_id, seq, kind, data, redacted_at FROM items
      WHERE participant_id = ? AND (seq, item_id) > (?, ?) ORDER BY seq, item_id LIMIT ?`),
    itemsBefore: prepare(`SELECT item_id, seq, kind, data, redacted_at FROM items
      WHERE participant_id = ? AND seq < ? ORDER BY seq DESC, item_id DESC LIMIT ?`),
    contextAt: prepare(`SELECT json_extract(data, '$.context') AS context FROM items
      WHERE participant_id = ? AND seq = ? AND kind = 'observation'`),

    noteRedaction: prepare(`UPDATE participants SET redaction_no = ?2, deleted_up_to = max(deleted_up_to, ?3)
      WHERE participant_id = ?1`),
    removeUpTo: prepare('DELETE FROM items WHERE participant_id = ? AND seq <= ?'),
    removeOfSession: prepare(`DELETE FROM items
      WHERE participant_id = ? AND kind <> 'observation' AND json_extract(data, '$.session_id') = ? RETURNING seq`),
    removePage:
      prepare(`DELETE FROM items WHERE participant_id = ?1 AND item_id = ?2 AND kind = 'observation' AND seq <= ?3
      AND NOT EXISTS (SELECT 1 FROM items AS deed WHERE deed.participant_id = ?1
        AND deed.kind IN ('action', 'prediction') AND json_extract(deed.data, '$.observation_id') = ?2)
      RETURNING seq`),
    hasItem: prepare('SELECT 1 FROM items WHERE participant_id = ? AND item_id = ?'),
    removeItem: prepare('DELETE FROM items WHERE participant_id = ? AND item_id = ? RETURNING seq, received_at'),
    putItem: prepare(`INSERT INTO items (participant_id, item_id, seq, kind, data, redacted_at, received_at)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET seq = min(seq, excluded.seq), kind = excluded.kind,
        data = excluded.data, redacted_at = excluded.redacted_at`),
    referToPage: prepare(`UPDATE items SET data = json_set(data, '$.observation_id', ?3), redacted_at = ?4
      WHERE participant_id = ?1 AND kind IN ('action', 'prediction') AND json_extract(data, '$.observation_id') = ?2`),
    mark: prepare(`INSERT INTO redacted (participant_id, seq, deleted, redacted_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET deleted = max(deleted, excluded.deleted)`),
    isDeleted: prepare('SELECT 1 FROM redacted WHERE participant_id = ? AND seq = ? AND deleted = 1'),
    unmarkUpTo: prepare('DELETE FROM redacted WHERE participant_id = ? AND seq <= ?'),
    recount: prepare(`UPDATE participants SET items = (SELECT count(*) FROM items WHERE participant_id = ?1)
      WHERE participant_id = ?1`),

    participantsWithOlder: prepare(`SELECT DISTINCT participant_id FROM items WHERE received_at < ?1
      UNION SELECT DISTINCT participant_id FROM batches WHERE received_at < ?1`),
    deleteOlder: prepare("DELETE FROM items WHERE participant_id = ? AND received_at < ? AND kind <> 'observation'"),
    deleteOlderPages: prepare(`DELETE FROM items WHERE participant_id = ?1 AND received_at < ?2 AND kind = 'observation'
      AND NOT EXISTS (SELECT 1 FROM items AS deed WHERE deed.participant_id = ?1
        AND deed.kind IN ('action', 'prediction') AND json_extract(deed.data, '$.observation_id') = items.item_id)`),
    deleteOlderBatches: prepare('DELETE FROM batches WHERE participant_id = ? AND received_at < ?'),

    secret: prepare('SELECT value FROM secrets WHERE name = ?'),
    addSecret: prepare('INSERT INTO secrets (name, value) VALUES (?, ?)'),

    receipt: prepare('SELECT * FROM receipts WHERE participant_id = ?'),
    receiptOfToken: prepare('SELECT * FROM receipts WHERE token_sha256 = ?'),
    receiptOfLeave: prepare('SELECT * FROM receipts WHERE leave_sha256 = ?'),
    addReceipt:
      prepare(`INSERT INTO receipts (participant_id, study_id, token_sha256, leave_sha256, deleted_at, deleted_items)
      VALUES (?, ?, ?, ?, ?, ?)`),
  }
}

export type SqliteStatements = ReturnType<typeof prepareSqliteStatements>
