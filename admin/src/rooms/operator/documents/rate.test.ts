import { microsOfRate } from "./rate"

describe("microsOfRate", () => {
  it.each([
    ["0,9245", 924_500],
    ["0.924512", 924_512],
    [" 1 ", 1_000_000],
    ["11,3", 11_300_000],
    ["0", null],
    ["0,0000001", null],
    ["", null],
    ["un", null],
    ["-1", null],
    ["1.2.3", null],
  ])("%s is %s", (text, micros) => expect(microsOfRate(text)).toBe(micros))
})
