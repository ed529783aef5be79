import { phaseOf } from "./medusa-progress"

const change = (change_type: string, status: string) => ({ change_type, status })

describe("how far Medusa got", () => {
  it.each([
    ["begun", []],
    ["begun", [change("return_request", "pending")]],
    ["requested", [change("return_request", "confirmed")]],
    ["receiving", [change("return_receive", "pending"), change("return_request", "confirmed")]],
    ["received", [change("return_request", "confirmed"), change("return_receive", "confirmed")]],
    ["requested", [change("return_request", "confirmed"), change("return_receive", "canceled")]],
  ] as const)("%s", (phase, changes) => {
    expect(phaseOf(changes)).toBe(phase)
  })
})
