import { isUtf8 } from 'node:buffer'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from './launchChromium.ts'

/** A page that could not be opened, with what to do about it. */
export class PageUnreachable extends Error {}

export interface PageRequest {
  /** Path of a saved page, or an http(s) address. */
  source: string
  /** Serve the saved page as if it were at this address. */
  as?: string
}

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source)

/** Serves one saved page at `address` and nothing else at all. */
export async function serveSavedPage(context: BrowserContext | Page, file: string, address: string): Promise<void> {
  const body = readFileSync(file)
  const contentType = isUtf8(body) ? 'text/html; charset=utf-8' : 'text/html'
  const wanted = new URL(address)
  wanted.hash = ''
  let served = false
  await context.route('**/*', (route) => {
    const request = route.request()
    if (!served && request.isNavigationRequest() && request.url() === wanted.href) {
      served = true
      return route.fulfill({ body, contentType })
    }
    return route.abort()
  })
}

async function open(page: Page, request: PageRequest): Promise<void> {
  const { source, as } = request
  let address = source
  if (!isAddress(source)) {
    if (!existsSync(source) || !statSync(source).isFile()) {
      throw new PageUnreachable(
        `There is no file ${source}. Name a saved page or an address that starts with http:// or https://.`,
      )
    }
    address = as ?? `http://127.0.0.1/${encodeURIComponent(basename(source))}`
    await serveSavedPage(page, source, address)
  }
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 30_000 })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new PageUnreachable(`${address} could not be opened (${reason}). Check the address and the network.`)
  }
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined)
}

/** Evaluates `expression` after `script` in a world of its own, out of reach of the page's scripts and its content security policy. */
export async function evaluateIsolated<T>(page: Page, script: string, expression: string): Promise<T> {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'shoptrace',
  })
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `${script};(${expression})`,
    contextId: executionContextId,
    returnByValue: true,
    awaitPromise: true,
  })
  await session.detach()
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value as T
}

/**
 * Opens a page in a Chromium of its own and evaluates a bundled script there.
 *
 * Throws `PageUnreachable` for a file that is missing or an address that does not answer.
 */
export async function observePage<T>(request: PageRequest, script: string, expression: string): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'shoptrace-page-'))
  const context = await launchChromium({ profile, headless: true })
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await open(page, request)
    return await evaluateIsolated<T>(page, script, expression)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}
