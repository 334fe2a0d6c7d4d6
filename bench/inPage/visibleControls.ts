/*
 * What a shopper can see and use, found without any of Shoptrace's own code: by tag, role and geometry alone.
 */

const CONTROLS =
  'a[href], button, input:not([type="hidden" i]), select, textarea, summary, [contenteditable=""], [contenteditable="true"],' +
  [
    'button',
    'link',
    'checkbox',
    'radio',
    'switch',
    'tab',
    'option',
    'menuitem',
    'combobox',
    'textbox',
    'searchbox',
    'slider',
  ]
    .map((role) => `[role="${role}"]`)
    .join(',')

/** Smaller is a trick to hide a text from the eye but not from a screen reader. */
const SMALLEST_PX = 2

export interface VisibleControl {
  element: Element
  inViewport: boolean
}

/** The part of an element's box that its scrolling or clipping ancestors leave to be seen or scrolled to. */
function reachableBox(element: Element): DOMRect {
  const own = element.getBoundingClientRect()
  // A link around a picture that overflows has no box of its own.
  const inner =
    own.width < SMALLEST_PX || own.height < SMALLEST_PX ? element.firstElementChild?.getBoundingClientRect() : null
  let { left, top, right, bottom } = inner ?? own
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at)
    if (style.display === 'contents' || style.display === 'inline') continue
    const box = at.getBoundingClientRect()
    if (style.overflowX === 'hidden' || style.overflowX === 'clip') {
      left = Math.max(left, box.left)
      right = Math.min(right, box.right)
    }
    if (style.overflowY === 'hidden' || style.overflowY === 'clip') {
      top = Math.max(top, box.top)
      bottom = Math.min(bottom, box.bottom)
    }
    if (style.position === 'fixed') break
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
}

/** Every control of the document that can be seen, at once or by scrolling. */
export function visibleControls(): VisibleControl[] {
  const found: VisibleControl[] = []
  // Some pages are transparent until a script of theirs, which does not run here, fades them in.
  const opacityProperty = document.body.checkVisibility({ opacityProperty: true })
  for (const element of document.querySelectorAll(CONTROLS)) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty })) continue
    const box = reachableBox(element)
    if (box.width < SMALLEST_PX || box.height < SMALLEST_PX) continue
    if (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) continue
    if (box.left + scrollX >= document.documentElement.scrollWidth) continue
    const inViewport = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    found.push({ element, inViewport })
  }
  return found
}
