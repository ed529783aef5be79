import { type ReturnAlert, returnAlerts } from "./return-alert"

const WINDOW_DAYS = 30

export interface SoldOnDay {
  readonly productId: string
  readonly category: string | null
  readonly day: string
  readonly units: number
}

export interface CameBack {
  readonly productId: string
  /** The day of the order, not of the return: what came back is taken from what was sold that day. */
  readonly soldOn: string
  readonly returnedOn: string
  readonly units: number
}

const dayBefore = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - days)
  return date.toISOString().slice(0, 10)
}

/** First day that the window of `day` looks at. */
export const windowStart = (day: string): string => dayBefore(day, WINDOW_DAYS - 1)

/** The alerts as they stood at the end of a day: units sold in the 30 days that end with it, and come back by then. */
export function alertsOn(day: string, sold: readonly SoldOnDay[], back: readonly CameBack[]): ReturnAlert[] {
  const first = windowStart(day)
  const counts = new Map<string, { productId: string; category: string | null; sold: number; returned: number }>()
  for (const sale of sold) {
    if (sale.day < first || sale.day > day) continue
    const count = counts.get(sale.productId)
    if (count) count.sold += sale.units
    else
      counts.set(sale.productId, { productId: sale.productId, category: sale.category, sold: sale.units, returned: 0 })
  }
  for (const unit of back) {
    const count = unit.soldOn >= first && unit.returnedOn <= day ? counts.get(unit.productId) : undefined
    // Units taken back twice are the desk's concern; a rate above 1 would be nobody's.
    if (count) count.returned = Math.min(count.sold, count.returned + unit.units)
  }
  return returnAlerts([...counts.values()])
}
