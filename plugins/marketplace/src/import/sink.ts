import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Complaint } from "./mapping"

/** A mapped record with its place in the file. */
export interface Entry<Draft> {
  readonly line: number
  readonly key: string
  readonly draft: Draft
  /** Records of the file that it is made of. */
  readonly weight: number
}

export interface Problem extends Complaint {
  readonly line: number
  readonly key: string
}

export interface Outcome {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  /** Articles that nobody knows, put to the operator. */
  readonly proposed: number
  readonly problems: readonly Problem[]
}

export const NOTHING: Outcome = { created: 0, updated: 0, unchanged: 0, failed: 0, proposed: 0, problems: [] }

export const plus = (a: Outcome, b: Outcome): Outcome => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  failed: a.failed + b.failed,
  proposed: a.proposed + b.proposed,
  problems: [...a.problems, ...b.problems],
})

export type Checkpoint = (trx: Knex.Transaction, outcome: Outcome) => Promise<void>

/** Where mapped records go: the retailer's catalogue, or one seller's offers. */
export interface Sink<Draft> {
  /** What `write` would do; touches nothing. */
  preview(entries: readonly Entry<Draft>[]): Promise<Outcome>
  /**
   * Writes a chunk. One entry that cannot be written does not keep the others out. `checkpoint` is called once, with
   * the outcome, in the transaction that makes the last write of the chunk good.
   */
  write(entries: readonly Entry<Draft>[], checkpoint: Checkpoint): Promise<void>
}
