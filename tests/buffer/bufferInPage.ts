import { openDB } from 'idb'
import { migrations } from '../../src/buffer/migrations/migrations.ts'
import { openBuffer } from '../../src/buffer/openBuffer.ts'
import { createUploader } from '../../src/upload/createUploader.ts'
import { click, draft, id, page, scroll } from './material.ts'

/** What a page or a worker under test is given as the global `shoptrace`. */
export const shoptrace = { openBuffer, openDB, migrations, createUploader, click, draft, id, page, scroll }

Object.assign(globalThis, { shoptrace })
