import { LEADS_TO_PAGE, LEADS_TO_PRODUCT } from './codeWords.ts'
import { hashOf } from './hashOf.ts'
import { placeOf } from './placeOf.ts'

/** What an address tells beside what may be kept of it. */
export interface AddressFacts {
  /** Tells the address from others. */
  to: string
  /** Tells what it leads to from other things, however one comes there; empty for the front page. */
  place: string
  /** `product` and `page` where it is one as they have it, by a space. */
  leads: string
}

/** Describes an address as written in a page, without saying anything of it but what kind of thing it leads to. */
export function describeAddress(href: string): AddressFacts {
  const place = placeOf(href)
  const leads = [LEADS_TO_PRODUCT.test(href) && 'product', LEADS_TO_PAGE.test(href) && 'page']
  return { to: hashOf(href), place: place.length > 1 ? hashOf(place) : '', leads: leads.filter(Boolean).join(' ') }
}
