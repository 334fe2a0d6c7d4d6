import type { Migration } from '../schema.ts'

/** Makes the stores. */
export const toVersion1: Migration = (database) => {
  const items = database.createObjectStore('items', { keyPath: 'seq', autoIncrement: true })
  items.createIndex('item_id', 'item_id', { unique: true })
  items.createIndex('kind', 'kind')
  items.createIndex('session_id', 'session_ids', { multiEntry: true })
  items.createIndex('state', 'state')
  items.createIndex('state_seen_at', ['state', 'seen_at'])
  items.createIndex('step', 'step')

  database.createObjectStore('batches', { keyPath: 'batch_id' })

  const quarantine = database.createObjectStore('quarantine', { keyPath: 'seq' })
  quarantine.createIndex('item_id', 'item_id')
  quarantine.createIndex('session_id', 'session_ids', { multiEntry: true })

  const documents = database.createObjectStore('documents', { keyPath: ['document_id', 'observation_no'] })
  documents.createIndex('observation_id', 'observation_id')
  documents.createIndex('seen_at', 'seen_at')

  const sessions = database.createObjectStore('sessions', { keyPath: 'session_id' })
  sessions.createIndex('ended', 'ended')
  sessions.createIndex('started_at', 'started_at')

  database.createObjectStore('deleted', { keyPath: 'item_id' }).createIndex('deleted_at', 'deleted_at')
  database.createObjectStore('meta', { keyPath: 'key' })
  database.createObjectStore('models', { keyPath: 'key' })
}
