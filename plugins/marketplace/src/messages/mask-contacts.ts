export interface Masked {
  readonly text: string
  readonly masked: boolean
}

const EMAIL = /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\]|\(arobase\))\s?[\p{L}\p{N}.-]+\.\p{L}{2,}/giu
/** National French numbers in pairs, and anything that begins with a plus; long codes of parcels are left alone. */
const PHONE = /(?<![\p{L}\p{N}])(?:\+\d{1,3}(?:[ .\-()]{0,2}\d){7,12}|0[1-9](?:[ .-]?\d{2}){4})(?![\p{L}\p{N}])/gu

const HIDDEN = "•••"

/**
 * Takes addresses and numbers out of a message between a shopper and a seller: both write to the order, so that nobody's
 * private address travels and everything said stays with the order.
 */
export function maskContacts(text: string): Masked {
  const clean = text.replace(EMAIL, HIDDEN).replace(PHONE, HIDDEN)
  return { text: clean, masked: clean !== text }
}
