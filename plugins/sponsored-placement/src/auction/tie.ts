/** 32-bit finaliser (murmur3's constants): every input bit reaches every output bit. */
function mix(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** hash(auction, ad): who goes first among equal scores. The higher one does; then the lower ad number. */
export function tieOf(seed: number, ad: number): number {
  return mix(mix(seed) ^ Math.imul(ad, 0x9e3779b1))
}

/** A seed out of what makes two auctions the same auction; FNV-1a over UTF-16 units. */
export function seedOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}
