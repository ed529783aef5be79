const DAY = 86_400_000
const PARIS = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" })

/** The last `count` days, today included, as the retailer's calendar names them. */
export const daysBack = (count: number, now: Date): { from: string; to: string } => ({
  from: PARIS.format(new Date(now.getTime() - (count - 1) * DAY)),
  to: PARIS.format(now),
})
