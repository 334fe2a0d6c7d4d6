import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'

const folder = join(import.meta.dirname, '..', 'assets')

const TYPES: Record<string, string> = {
  'shop.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'shop.js': 'text/javascript; charset=utf-8',
  'suggestions.js': 'text/javascript; charset=utf-8',
  'quickAdd.js': 'text/javascript; charset=utf-8',
  'controls.js': 'text/javascript; charset=utf-8',
}

/** The style sheet, the client script and the icon. */
export function addAssetRoutes(app: Hono): void {
  for (const [file, type] of Object.entries(TYPES)) {
    const bytes = readFileSync(join(folder, file))
    app.get(`/assets/${file}`, (c) => c.body(bytes, 200, { 'content-type': type, 'cache-control': 'no-cache' }))
  }
}
