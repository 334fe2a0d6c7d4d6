interface Waiting {
  /** The replay waits until the page has changed. */
  assertedEvents?: { type: 'navigation' }[]
}

/** One step of a DevTools Recorder user flow: the part of `@puppeteer/replay`'s schema that is written here. */
export type FlowStep =
  | {
      type: 'setViewport'
      width: number
      height: number
      deviceScaleFactor: 1
      isMobile: false
      hasTouch: false
      isLandscape: false
    }
  | ({ type: 'navigate'; url: string } & Waiting)
  | ({ type: 'click'; selectors: string[][]; offsetX: number; offsetY: number } & Waiting)
  | ({ type: 'change'; selectors: string[][]; value: string } & Waiting)
  | ({ type: 'keyDown'; key: string } & Waiting)
  | { type: 'keyUp'; key: string }
  | { type: 'scroll'; x: number; y: number }

/** A flow as the DevTools Recorder imports it. */
export interface Flow {
  title: string
  /** For each step, ms. */
  timeout: number
  steps: FlowStep[]
}
