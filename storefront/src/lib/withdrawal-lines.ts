import type { RawParams } from "./search-url"

export interface WithdrawalChoice {
  lineId: string
  quantity: number
}

interface Available {
  lineId: string
  available: number
  excludedBecause: string | null
}

const PREFIX = "q."

export const quantityField = (lineId: string): string => `${PREFIX}${lineId}`

/** What the first page chose, kept within what may still be withdrawn: the address can be edited by anybody. */
export function readWithdrawal(params: RawParams, lines: readonly Available[]): WithdrawalChoice[] {
  return lines.flatMap(({ lineId, available, excludedBecause }) => {
    const raw = params[quantityField(lineId)]
    const quantity = Number(Array.isArray(raw) ? raw[0] : raw)
    if (excludedBecause || !Number.isInteger(quantity) || quantity < 1) return []
    return available > 0 ? [{ lineId, quantity: Math.min(quantity, available) }] : []
  })
}
