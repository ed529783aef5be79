import { type Cents, cents, sum } from "@gondola/kit"

/** A line of one trader's part as it stands, before anything more falls away. */
export interface RedressLineFacts {
  readonly lineId: string
  readonly quantity: number
  /** What the shopper paid for all of it. */
  readonly total: Cents
  /** Units that fell away before. */
  readonly gone: number
  /** Units in a parcel. */
  readonly packed: number
  /** Money given back for it so far, for whatever reason. */
  readonly refunded: Cents
}

export interface RedressFacts {
  readonly lines: readonly RedressLineFacts[]
  readonly delivery: Cents
  readonly deliveryRefunded: Cents
}

export interface UnitsWanted {
  readonly lineId: string
  readonly quantity: number
}

export interface RedressPlan {
  readonly lines: readonly { readonly lineId: string; readonly quantity: number; readonly amount: Cents }[]
  readonly delivery: Cents
  readonly amount: Cents
}

/** Units of a line that may still fall away: no parcel holds them. */
export const waitingOf = (line: RedressLineFacts): number => Math.max(0, line.quantity - line.gone - line.packed)

/** The price of the first `units` of a line, half a cent up: shares of any partition add up to its total exactly. */
const priceOfFirst = (line: RedressLineFacts, units: number): number =>
  Number((2n * BigInt(line.total) * BigInt(units) + BigInt(line.quantity)) / (2n * BigInt(line.quantity)))

/**
 * What falls away and what is given back. The delivery goes back when nothing is left that it carries: no unit kept, and
 * none of it ever packed.
 * @throws RangeError when a line is unknown, named twice, or has not that many units waiting
 */
export function planRedress(facts: RedressFacts, wanted: readonly UnitsWanted[]): RedressPlan {
  const byId = new Map(facts.lines.map((line) => [line.lineId, line]))
  const taken = new Map<string, number>()
  const lines = wanted.map(({ lineId, quantity }) => {
    const line = byId.get(lineId)
    if (!line || taken.has(lineId)) throw new RangeError(`line ${lineId} is unknown or named twice`)
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > waitingOf(line))
      throw new RangeError(`line ${lineId} has ${waitingOf(line)} units waiting, not ${quantity}`)
    taken.set(lineId, quantity)
    const share = priceOfFirst(line, line.gone + quantity) - priceOfFirst(line, line.gone)
    return { lineId, quantity, amount: cents(Math.max(0, Math.min(share, line.total - line.refunded))) }
  })
  const nothingLeft = facts.lines.every(
    (line) => line.packed === 0 && line.quantity - line.gone - (taken.get(line.lineId) ?? 0) === 0,
  )
  const delivery = cents(nothingLeft ? Math.max(0, facts.delivery - facts.deliveryRefunded) : 0)
  return { lines, delivery, amount: cents(sum(lines.map((line) => line.amount)) + delivery) }
}

/**
 * Shares an amount of money that is given back without goods over the lines, the first first, each up to what is left of
 * it, then the delivery.
 * @throws RangeError when more is asked for than is left
 */
export function planMoney(facts: RedressFacts, amount: Cents, lineIds: readonly string[]): RedressPlan {
  let left: number = amount
  const take = (room: number): Cents => {
    const part = Math.max(0, Math.min(left, room))
    left -= part
    return cents(part)
  }
  const chosen = facts.lines.filter((line) => lineIds.length === 0 || lineIds.includes(line.lineId))
  const lines = chosen
    .map((line) => ({ lineId: line.lineId, quantity: 0, amount: take(line.total - line.refunded) }))
    .filter((line) => line.amount > 0)
  const delivery = take(facts.delivery - facts.deliveryRefunded)
  if (left > 0) throw new RangeError(`${left} more than what is left of this order`)
  return { lines, delivery, amount }
}

/** What may still be given back for these lines and the delivery. */
export const moneyLeft = (facts: RedressFacts, lineIds: readonly string[]): Cents =>
  cents(
    sum(
      facts.lines
        .filter((line) => lineIds.length === 0 || lineIds.includes(line.lineId))
        .map((line) => Math.max(0, line.total - line.refunded)),
    ) + Math.max(0, facts.delivery - facts.deliveryRefunded),
  )
