import { openSlots } from "./open-slots"

describe("open slots", () => {
  const shelf = (pins: number[]) => Array.from({ length: 30 }, (_, place) => ({ pinned: pins.includes(place) }))

  it("are the retailer's, within the page", () => {
    expect(openSlots([0, 5, 30], shelf([]), 24)).toEqual([0, 5])
    expect(openSlots([0, 5], [], 24)).toEqual([0, 5])
  })

  it("never stand before a pin", () => {
    expect(openSlots([0, 5, 11], shelf([0, 2]), 24)).toEqual([5, 11])
    expect(openSlots([0, 5, 11], shelf([5]), 24)).toEqual([11])
    expect(openSlots([0, 5, 11], shelf([26]), 24)).toEqual([0, 5, 11])
  })
})
