import { type BidColumns, emptyColumns } from "./columns"
import { tieOf } from "./tie"

/**
 * The best bids of one auction, best first: an insertion buffer of fixed room. `complete` says that nothing eligible was
 * left out, so that whoever reads to its end knows whether that is the end of the bids too.
 */
export class Field {
  #room: number
  bid: Int32Array
  score: Float64Array
  tie: Float64Array
  size = 0
  complete = true
  columns: BidColumns = emptyColumns(0)
  #seed = 0

  constructor(room = 32) {
    this.#room = room
    this.bid = new Int32Array(room)
    this.score = new Float64Array(room)
    this.tie = new Float64Array(room)
  }

  get room(): number {
    return this.#room
  }

  open(columns: BidColumns, seed: number, room: number): void {
    this.columns = columns
    if (room > this.bid.length) {
      this.bid = new Int32Array(room)
      this.score = new Float64Array(room)
      this.tie = new Float64Array(room)
    }
    this.#room = room
    this.#seed = seed
    this.size = 0
    this.complete = true
  }

  /** Below this score a bid would not be kept. */
  get bar(): number {
    return this.size < this.#room ? -Infinity : this.score[this.size - 1]!
  }

  /** Keeps the better of two bids of one ad. */
  offer(bid: number, score: number): void {
    if (score < this.bar) {
      this.complete = false
      return
    }
    const { columns } = this
    const ad = columns.ad[bid]!
    const tie = tieOf(this.#seed, ad)
    for (let at = 0; at < this.size; at++) {
      if (columns.ad[this.bid[at]!] !== ad) continue
      if (score <= this.score[at]!) return
      this.#remove(at)
      break
    }
    if (this.size === this.#room) {
      this.complete = false
      if (!this.#before(score, tie, ad, this.size - 1)) return
      this.size--
    }
    let at = this.size++
    while (at > 0 && this.#before(score, tie, ad, at - 1)) {
      this.bid[at] = this.bid[at - 1]!
      this.score[at] = this.score[at - 1]!
      this.tie[at] = this.tie[at - 1]!
      at--
    }
    this.bid[at] = bid
    this.score[at] = score
    this.tie[at] = tie
  }

  #before(score: number, tie: number, ad: number, at: number): boolean {
    if (score !== this.score[at]!) return score > this.score[at]!
    if (tie !== this.tie[at]!) return tie > this.tie[at]!
    return ad < this.columns.ad[this.bid[at]!]!
  }

  #remove(at: number): void {
    this.bid.copyWithin(at, at + 1, this.size)
    this.score.copyWithin(at, at + 1, this.size)
    this.tie.copyWithin(at, at + 1, this.size)
    this.size--
  }
}
