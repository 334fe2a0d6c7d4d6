import type { PageReading } from '../../schemas/index.ts'
import type { Understanding, UnderstandOptions } from '../page/port.ts'
import { understand } from '../page/understand.ts'
import { scrubReading } from '../privacy/scrubReading.ts'

/** What a reading comes to, scrubbed first; null, and an error in the console, where that fails. */
export function understandReading(
  reading: PageReading,
  scrubWords: (text: string) => string,
  options: UnderstandOptions,
): Understanding | null {
  try {
    return understand(scrubReading(reading, scrubWords), options)
  } catch (error) {
    // The message would come again and again, and hold up all that waits behind it.
    console.error('Shoptrace: a page could not be understood', error)
    return null
  }
}
