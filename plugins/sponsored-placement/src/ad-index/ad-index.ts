import type { Micros } from "@gondola/kit"
import { type AuctionRules, type BidColumns, emptyColumns } from "../auction/columns"
import { Field } from "../auction/field"
import { Outcome, settle } from "../auction/settle"
import { type PostingList, PostingTree } from "./posting-tree"
import type { PageContext, TargetKind } from "./target"

export interface IndexedBid {
  readonly adNo: number
  readonly campaignNo: number
  readonly advertiserNo: number
  readonly productId: string
  readonly brand: string
  readonly targetId: string
  readonly kind: TargetKind
  /** Normalised words of a keyword, or the one handle of a category. */
  readonly target: readonly string[]
  readonly bid: Micros
  readonly weight: number
}

/** A query longer than this is matched on its first words. */
const MAX_WORDS = 16
/** Room of the first try; an auction whose rules block more bids than that starts again with more. */
const FIRST_ROOM = 24

/**
 * Every live bid in memory, ready to be auctioned. Built as a whole and swapped; between two builds only the flags and
 * the money left change, each by a single write. Not safe to share between threads, and one auction runs at a time.
 */
export class AdIndex {
  readonly columns: BidColumns
  readonly field = new Field(FIRST_ROOM)
  readonly outcome = new Outcome()
  /** By campaign: 1 stops all its ads from the next auction on. */
  readonly #stopped: Uint8Array
  /** By campaign: what it may still spend now, micros. */
  readonly #left: Float64Array
  readonly #campaignOf: Int32Array
  readonly #campaigns = new Map<number, number>()
  readonly #products = new Map<string, number>()
  /** By product: the auction that last had it among its candidates, and its relevance there, ppm. */
  readonly #stamp: Int32Array
  readonly #relevance: Int32Array
  /** Bids of product p: #bidsOf from #firstOf[p] to #firstOf[p + 1]. */
  readonly #bidsOf: Int32Array
  readonly #firstOf: Int32Array
  readonly #listOf: Int32Array
  /** By list: the auction whose page last matched it. */
  readonly #matchedAt: Int32Array
  #listCount = 0
  readonly #matched: PostingList[] = []
  readonly #candidates: number[] = []
  #bidsOfCandidates = 0
  readonly #words = new Map<string, number>()
  readonly #sequences = new PostingTree()
  readonly #sets = new PostingTree()
  readonly #categories = new Map<string, PostingList>()
  #epoch = 0
  #rules!: AuctionRules
  readonly #query = new Int32Array(MAX_WORDS)
  readonly #set: number[] = []

  constructor(readonly bids: readonly IndexedBid[]) {
    const size = bids.length
    this.columns = emptyColumns(size)
    this.#campaignOf = new Int32Array(size)
    const advertisers = new Map<number, number>()
    const brands = new Map<string, number>()
    const lists = new Map<string, { bid: IndexedBid; places: number[] }>()
    bids.forEach((bid, at) => {
      this.columns.ad[at] = bid.adNo
      this.columns.advertiser[at] = numberOf(advertisers, bid.advertiserNo)
      this.columns.brand[at] = numberOf(brands, bid.brand)
      this.columns.product[at] = numberOf(this.#products, bid.productId)
      this.columns.bid[at] = bid.bid
      this.columns.weight[at] = bid.weight
      this.#campaignOf[at] = numberOf(this.#campaigns, bid.campaignNo)
      const key = `${bid.kind} ${bid.target.join(" ")}`
      const list = lists.get(key)
      if (list) list.places.push(at)
      else lists.set(key, { bid, places: [at] })
    })
    this.#listOf = new Int32Array(size)
    for (const { bid, places } of lists.values()) this.#post(bid, places)
    this.#matchedAt = new Int32Array(this.#listCount)
    const byProduct = Int32Array.from(bids.keys()).sort(
      (a, b) => this.columns.product[a]! - this.columns.product[b]! || a - b,
    )
    this.#bidsOf = byProduct
    this.#firstOf = new Int32Array(this.#products.size + 1).fill(size)
    for (let at = size - 1; at >= 0; at--) this.#firstOf[this.columns.product[byProduct[at]!]!] = at
    this.#stopped = new Uint8Array(this.#campaigns.size)
    this.#left = new Float64Array(this.#campaigns.size).fill(Infinity)
    this.#stamp = new Int32Array(this.#products.size)
    this.#relevance = new Int32Array(this.#products.size)
  }

  #post({ kind, target }: IndexedBid, places: readonly number[]): void {
    if (kind === "CATEGORY") {
      this.#categories.set(target[0]!, this.#list(places))
      return
    }
    const path = target.map((word) => numberOf(this.#words, word))
    if (kind === "KEYWORD_EXACT") this.#sequences.at(path).exact = this.#list(places)
    else if (kind === "KEYWORD_PHRASE") this.#sequences.at(path).inside = this.#list(places)
    else {
      // Keywords with the same words in another order share a node.
      const node = this.#sets.at([...new Set(path)].sort((a, b) => a - b))
      node.inside = this.#list([...(node.inside?.bid ?? []), ...places])
    }
  }

  /** Best score first, so that a scan ends where the field's bar is not reached any more. */
  #list(places: readonly number[]): PostingList {
    const bid = Int32Array.from([...places].sort((a, b) => this.#score(b) - this.#score(a) || a - b))
    const no = this.#listCount++
    for (const at of bid) this.#listOf[at] = no
    return {
      no,
      bid,
      score: Float64Array.from(bid, (at) => this.#score(at)),
      product: Int32Array.from(bid, (at) => this.columns.product[at]!),
    }
  }

  #score(bid: number): number {
    return this.columns.bid[bid]! * this.columns.weight[bid]!
  }

  stop(campaignNo: number): void {
    const at = this.#campaigns.get(campaignNo)
    if (at !== undefined) this.#stopped[at] = 1
  }

  /** What is left to spend of the tightest of wallet, lifetime and day. */
  setLeft(campaignNo: number, left: number): void {
    const at = this.#campaigns.get(campaignNo)
    if (at !== undefined) this.#left[at] = left
  }

  /** Opens an auction: what was a candidate before is none any more. */
  begin(): void {
    this.#epoch++
    this.#candidates.length = 0
    this.#bidsOfCandidates = 0
  }

  /** @param relevance ppm */
  candidate(productId: string, relevance: number): void {
    const product = this.#products.get(productId)
    if (product === undefined || this.#stamp[product] === this.#epoch) return
    this.#candidates.push(product)
    this.#bidsOfCandidates += this.#firstOf[product + 1]! - this.#firstOf[product]!
    this.#stamp[product] = this.#epoch
    this.#relevance[product] = relevance
  }

  /** Winners are in `outcome` until the next call; `rules.lambda` is 0 here, for no bid carries a u yet. */
  auction(page: PageContext, rules: AuctionRules, minRelevance: number, seed: number): Outcome {
    this.#rules = rules
    this.#match(page)
    let postings = 0
    for (const list of this.#matched) postings += list.bid.length
    for (let room = FIRST_ROOM; ; room *= 4) {
      this.field.open(this.columns, seed, room)
      // Two ways to the same bids: down the page's postings, or over the candidates' bids. The shorter one.
      if (postings <= this.#bidsOfCandidates) for (const list of this.#matched) this.#scan(list, minRelevance)
      else for (const product of this.#candidates) this.#scanProduct(product, minRelevance)
      if (settle({ rules, field: this.field }, this.outcome)) return this.outcome
    }
  }

  #match(page: PageContext): void {
    this.#matched.length = 0
    for (const handle of page.categoryPath) this.#take(this.#categories.get(handle))
    const length = Math.min(page.words.length, MAX_WORDS)
    this.#set.length = 0
    for (let at = 0; at < length; at++) {
      const word = this.#words.get(page.words[at]!) ?? -1
      this.#query[at] = word
      if (word >= 0 && !this.#set.includes(word)) this.#set.push(word)
    }
    for (let from = 0; from < length; from++) this.#matchSequence(from, length)
    this.#set.sort((a, b) => a - b)
    this.#matchSets(this.#sets, 0)
  }

  #matchSequence(from: number, length: number): void {
    let node: PostingTree | undefined = this.#sequences
    for (let at = from; at < length; at++) {
      node = node.child(this.#query[at]!)
      if (!node) return
      this.#take(node.inside)
      // Only a whole query is exact, and it counts once even when a phrase repeats in it.
      if (from === 0 && at === length - 1) this.#take(node.exact)
    }
  }

  #matchSets(node: PostingTree, from: number): void {
    if (node.isLeaf) return
    for (let at = from; at < this.#set.length; at++) {
      const next = node.child(this.#set[at]!)
      if (!next) continue
      this.#take(next.inside)
      this.#matchSets(next, at + 1)
    }
  }

  #take(list: PostingList | null | undefined): void {
    if (!list || this.#matchedAt[list.no] === this.#epoch) return
    this.#matchedAt[list.no] = this.#epoch
    this.#matched.push(list)
  }

  #scan({ bid: bids, score: scores, product: products }: PostingList, minRelevance: number): void {
    for (let at = 0; at < bids.length; at++) {
      const score = scores[at]!
      if (score < this.field.bar) {
        this.field.complete = false
        return
      }
      const product = products[at]!
      if (this.#stamp[product] === this.#epoch && this.#relevance[product]! >= minRelevance)
        this.#offer(bids[at]!, score)
    }
  }

  #scanProduct(product: number, minRelevance: number): void {
    if (this.#relevance[product]! < minRelevance) return
    for (let at = this.#firstOf[product]!; at < this.#firstOf[product + 1]!; at++) {
      const bid = this.#bidsOf[at]!
      if (this.#matchedAt[this.#listOf[bid]!] === this.#epoch) this.#offer(bid, this.#score(bid))
    }
  }

  #offer(bid: number, score: number): void {
    const campaign = this.#campaignOf[bid]!
    const price = this.columns.bid[bid]!
    if (this.#stopped[campaign] === 1 || price < this.#rules.floor || price > this.#left[campaign]!) return
    this.field.offer(bid, score)
  }
}

function numberOf<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size)
  return numbers.size - 1
}
