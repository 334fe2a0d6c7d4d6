/** Something the scripted shopper did, told without any of the recorder's names. */
export interface ShopperStep {
  /** The first two are predicted actions; the others are history. */
  type: 'click' | 'type_and_submit' | 'input' | 'scroll' | 'navigate'
  /** Playwright selector of the element acted on; empty for `scroll` and `navigate`. */
  selector: string
  /** What a person reads on the element (its text, its label or its picture's), in one line. */
  target: string
  /** What was typed or chosen; null where nothing was. */
  text: string | null
  /** Address of the page acted on. */
  url: string
  /** True on pages that a study leaves out by default: sign-in, address, payment, account. */
  excluded: boolean
}

/** True for what counts as a step: the actions that predictors predict. */
export function isPredicted(step: ShopperStep): boolean {
  return step.type === 'click' || step.type === 'type_and_submit'
}
