import type { ActionTarget } from '../../schemas/index.ts'
import { replaceSigns } from '../text/letters.ts'
import type { NamedElement } from './port.ts'

const slugOf = (text: string): string => replaceSigns(text.toLowerCase(), '_').replace(/^_|_$/g, '')

/**
 * Names what an action was aimed at, by the names of the page that it stands on.
 *
 * What that page did not hold, such as an element that was added a moment ago, gets a name of its own: the region of the
 * nearest named neighbours, then its own text as a slug, its role where it has none. Never the name of an element in that
 * region.
 */
export function nameTarget(target: ActionTarget, named: readonly NamedElement[]): NamedElement {
  const { control, near, isWithin, role, text } = target
  const known = control === null ? undefined : named[control]
  if (known) return known
  const taken = near.flatMap((number) => named[number]?.name ?? [])
  const around = isWithin ? taken.map((name) => `${name}.`) : taken
  const slug = slugOf(text) || slugOf(role) || 'element'
  let region = around[0]?.replace(/[^.]*$/, '') ?? ''
  for (const name of around) while (!name.startsWith(region)) region = region.replace(/[^.]*\.$/, '')
  let name = (region + slug).slice(0, 390)
  while (around.includes(name)) name += '_2'
  return { name, click_type: 'other', role, text }
}
