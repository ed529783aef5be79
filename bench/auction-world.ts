import type { IndexedBid, PageContext, TargetKind } from "@gondola/sponsored-placement"

export interface Page extends PageContext {
  readonly candidates: readonly { readonly productId: string; readonly relevance: number }[]
}

const TOPICS = 100
const WORDS_PER_TOPIC = 12
const CANDIDATES = 200
const KINDS: readonly TargetKind[] = ["KEYWORD_EXACT", "KEYWORD_PHRASE", "KEYWORD_BROAD", "CATEGORY"]

/**
 * A made-up market with a crowded middle: products belong to topics (categories two deep), ads bid on words and
 * categories of their product's topic, four targets an ad, and popular topics draw more of both ads and shoppers.
 */
export function adWorld(size: number, seed: number): { bids: IndexedBid[]; pages: Page[] } {
  const next = stream(seed)
  const popular = () => Math.floor(TOPICS * next() * next())
  const word = (topic: number) => `t${topic}w${Math.floor(WORDS_PER_TOPIC * next() * next())}`
  const handle = (topic: number) => `topic-${topic}`
  const productsOf: string[][] = Array.from({ length: TOPICS }, () => [])
  const bids: IndexedBid[] = []
  for (let ad = 0; ad < size / 4; ad++) {
    const topic = popular()
    const productId = `prod_${String(ad).padStart(26, "0")}`
    productsOf[topic]!.push(productId)
    const campaign = Math.floor(ad / 5)
    for (const kind of KINDS) {
      const target =
        kind === "CATEGORY"
          ? [next() < 0.2 ? `parent-${topic % 10}` : handle(topic)]
          : Array.from(new Set(Array.from({ length: 1 + Math.floor(next() * 3) }, () => word(topic))))
      bids.push({
        adNo: ad + 1,
        campaignNo: campaign,
        advertiserNo: campaign % 400,
        brand: `brand-${campaign % 400}`,
        productId,
        targetId: `${ad}-${kind}`,
        kind,
        target,
        bid: (50_000 + Math.floor(next() * next() * 2_000_000)) as IndexedBid["bid"],
        weight: 50_000 + Math.floor(next() * 400_000),
      })
    }
  }
  for (let at = 0; at < productsOf.length; at++)
    for (let extra = 0; extra < CANDIDATES; extra++) productsOf[at]!.push(`prod_unadvertised_${at}_${extra}`)
  const pages = Array.from({ length: 2000 }, (): Page => {
    const topic = popular()
    const shelf = productsOf[topic]!
    return {
      words: next() < 0.3 ? [] : Array.from({ length: 1 + Math.floor(next() * 4) }, () => word(topic)),
      categoryPath: next() < 0.5 ? [`parent-${topic % 10}`, handle(topic)] : [],
      candidates: Array.from(
        new Set(Array.from({ length: CANDIDATES }, () => shelf[Math.floor(next() * shelf.length)]!)),
        (productId) => ({ productId, relevance: Math.floor(next() * 1_000_000) }),
      ),
    }
  })
  return { bids, pages }
}

function stream(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
