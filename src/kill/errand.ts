import type { ProviderEvent } from "@gondola/marketplace"

/** What a process sets out to do before it is killed. */
export type Work =
  | { readonly do: "place"; readonly cartId: string }
  | { readonly do: "ship"; readonly sellerId: string | null; readonly orderId: string }
  | { readonly do: "refuse"; readonly sellerId: string; readonly orderId: string; readonly key: string }
  | { readonly do: "pay"; readonly key: string; readonly sellerId: string; readonly event?: ProviderEvent }
  | { readonly do: "bill" }

/** `at` is a cut point, or a method of Medusa's modules that has just returned; «#2»: the second time. */
export interface Errand {
  readonly work: Work
  readonly at: string
}

export interface Order {
  /** ISO; null: the wall clock. */
  readonly now: string | null
  readonly errands: readonly Errand[]
}

export type Word =
  | { readonly is: "ready" }
  /** An errand ended without ever coming to its cut point. */
  | { readonly is: "missed"; readonly at: string; readonly error: string | null }
