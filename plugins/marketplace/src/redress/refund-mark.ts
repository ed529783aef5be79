import { AsyncLocalStorage } from "node:async_hooks"

const KEY = Symbol.for("gondola.refundMark")
const shared = globalThis as { [KEY]?: AsyncLocalStorage<string> }

/** Kept for the whole process: Medusa may load the payment provider's file apart from ours. */
const marks = (shared[KEY] ??= new AsyncLocalStorage<string>())

/**
 * Runs a refund under the name of its cause. Medusa gives a payment provider the id of a row that is new with every
 * attempt; by that, a refund whose answer was lost would be paid again. The provider tells attempts of one refund by this.
 */
export const underMark = <T>(mark: string, run: () => Promise<T>): Promise<T> => marks.run(mark, run)

export const refundMark = (): string | null => marks.getStore() ?? null
