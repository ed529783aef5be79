import { alertsOn, windowStart } from "./return-window"

const sold = (day: string, productId: string, units: number) => ({ day, productId, units, category: "lampes" })
const back = (soldOn: string, returnedOn: string, units: number) => ({ productId: "lamp", soldOn, returnedOn, units })

const market = [sold("2026-03-01", "lamp", 40), sold("2026-03-10", "rest", 960)]

describe("the window of K4", () => {
  it("has 30 days, today among them", () => {
    expect(windowStart("2026-03-30")).toBe("2026-03-01")
  })

  it("alerts from the day the returns came until the sales leave the window", () => {
    const returns = [back("2026-03-01", "2026-03-12", 12)]
    expect(alertsOn("2026-03-11", market, returns)).toEqual([])
    expect(alertsOn("2026-03-12", market, returns).map((alert) => alert.returned)).toEqual([12])
    expect(alertsOn("2026-03-30", market, returns)).toHaveLength(1)
    expect(alertsOn("2026-03-31", market, returns)).toEqual([])
  })

  it("takes a return from its own sale: goods sold before the window do not count", () => {
    expect(alertsOn("2026-03-30", market, [back("2026-02-20", "2026-03-12", 12)])).toEqual([])
  })

  it("never counts more back than were sold", () => {
    const [alert] = alertsOn("2026-03-30", market, [back("2026-03-01", "2026-03-12", 90)])
    expect(alert).toMatchObject({ sold: 40, returned: 40, rate: 1 })
  })
})
