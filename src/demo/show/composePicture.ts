import type { BrowserContext, Page } from 'playwright-core'

const asImage = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`

/** The shop and the side panel side by side, as they stand in a window. Both are pictures of the real pages. */
export async function composePicture(context: BrowserContext, shop: Page, panel: Page): Promise<Buffer> {
  const [left, right] = [await shop.screenshot(), await panel.screenshot()]
  const page = await context.newPage()
  await page.setViewportSize({ width: 1680, height: 960 })
  await page.setContent(
    `<body style="margin:0;display:flex;align-items:flex-start;background:#dcdcdc">
      <img style="width:1260px" src="${asImage(left)}"><img style="width:420px" src="${asImage(right)}"></body>`,
  )
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
  const picture = await page.screenshot()
  await page.close()
  return picture
}
