import type { FieldDescription, PagePrivacy } from './port.ts'

/** Fields that were protected once. */
const protectedOnce = new WeakSet<Element>()

/**
 * True where a field's value must never be read. What was protected once stays so, whatever the page makes of the field
 * since: a password shown as plain text, a label or a name taken away.
 */
export function isProtected(field: Element, description: FieldDescription, privacy: PagePrivacy): boolean {
  if (protectedOnce.has(field)) return true
  const isSensitive = privacy.isSensitiveField(description)
  if (isSensitive) protectedOnce.add(field)
  return isSensitive
}
