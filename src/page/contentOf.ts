import type { ControlPart, Part, TextPart } from './model.ts'

/** Every control and text among and within parts, in order. */
export function contentOf(
  parts: Part[],
  into: { controls: ControlPart[]; texts: TextPart[] } = { controls: [], texts: [] },
): { controls: ControlPart[]; texts: TextPart[] } {
  for (const part of parts) {
    if (part.kind === 'control') into.controls.push(part)
    else if (part.kind === 'text') into.texts.push(part)
    else contentOf(part.parts, into)
  }
  return into
}
