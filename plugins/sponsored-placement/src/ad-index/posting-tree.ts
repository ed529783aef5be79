/** Bids of one target, best score first; what a scan reads of each bid lies side by side in that order. */
export interface PostingList {
  /** Number of the list within the index. */
  readonly no: number
  readonly bid: Int32Array
  readonly score: Float64Array
  readonly product: Int32Array
}

/** Words to posting lists. A walk visits only nodes that exist and makes no garbage. */
export class PostingTree {
  readonly #next = new Map<number, PostingTree>()
  /** Bids for the words from the root to here, as a whole query. */
  exact: PostingList | null = null
  /** Bids for the words from the root to here, anywhere in a query. */
  inside: PostingList | null = null

  at(path: readonly number[]): PostingTree {
    const [word, ...rest] = path
    if (word === undefined) return this
    let next = this.#next.get(word)
    if (!next) this.#next.set(word, (next = new PostingTree()))
    return next.at(rest)
  }

  child(word: number): PostingTree | undefined {
    return this.#next.get(word)
  }

  get isLeaf(): boolean {
    return this.#next.size === 0
  }
}
