/**
 * The SQLite store's schema: the entry at index n brings a database from `PRAGMA user_version` n to n + 1. An entry
 * that has been released is never changed. Every key is led by the participant, so that the same tables can be
 * spread over machines.
 */
export const sqliteMigrations: readonly string[] = [
  `
  CREATE TABLE studies (
    study_id TEXT NOT NULL,
    study_version INTEGER NOT NULL,
    study TEXT NOT NULL,
    PRIMARY KEY (study_id, study_version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE participants (
    participant_id TEXT NOT NULL PRIMARY KEY,
    study_id TEXT NOT NULL,
    participant_kind TEXT NOT NULL,
    token_sha256 TEXT NOT NULL UNIQUE,
    enrolled_at INTEGER NOT NULL,
    items INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE consents (
    participant_id TEXT NOT NULL REFERENCES participants ON DELETE CASCADE,
    agreed_at INTEGER NOT NULL,
    consent_version TEXT NOT NULL,
    consent TEXT NOT NULL,
    PRIMARY KEY (participant_id, agreed_at, consent_version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE batches (
    participant_id TEXT NOT NULL REFERENCES participants ON DELETE CASCADE,
    batch_id TEXT NOT NULL,
    body_sha256 TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    acknowledgement TEXT NOT NULL,
    PRIMARY KEY (participant_id, batch_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE items (
    participant_id TEXT NOT NULL REFERENCES participants ON DELETE CASCADE,
    item_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (participant_id, item_id)
  ) STRICT;

  CREATE INDEX items_in_order ON items (participant_id, seq, item_id);

  CREATE TABLE receipts (
    participant_id TEXT NOT NULL PRIMARY KEY,
    study_id TEXT NOT NULL,
    token_sha256 TEXT NOT NULL UNIQUE,
    deleted_at INTEGER NOT NULL,
    deleted_items INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE participants ADD COLUMN redaction_no INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE participants ADD COLUMN deleted_up_to INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE items ADD COLUMN redacted_at INTEGER;

  CREATE TABLE redacted (
    participant_id TEXT NOT NULL REFERENCES participants ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    redacted_at INTEGER NOT NULL,
    PRIMARY KEY (participant_id, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX items_of_page ON items (participant_id, json_extract(data, '$.observation_id'))
    WHERE kind IN ('action', 'prediction');
  CREATE INDEX items_of_session ON items (participant_id, json_extract(data, '$.session_id'))
    WHERE kind <> 'observation';
  `,
  `
  ALTER TABLE participants ADD COLUMN leave_sha256 TEXT;
  CREATE UNIQUE INDEX participant_of_leave ON participants (leave_sha256);
  ALTER TABLE receipts ADD COLUMN leave_sha256 TEXT;
  CREATE INDEX receipt_of_leave ON receipts (leave_sha256) WHERE leave_sha256 IS NOT NULL;

  ALTER TABLE items ADD COLUMN received_at INTEGER NOT NULL DEFAULT 0;
  UPDATE items SET received_at = (SELECT max(
      enrolled_at,
      coalesce((SELECT max(received_at) FROM batches WHERE participant_id = items.participant_id), 0)
    ) FROM participants WHERE participant_id = items.participant_id);
  CREATE INDEX items_by_age ON items (participant_id, received_at);

  CREATE TABLE secrets (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
]
