import { slotsOf } from "./placement"

test("places as people count them", () => {
  expect(slotsOf("3, 8;15 8")).toEqual([2, 7, 14])
  expect(slotsOf("")).toEqual([])
  expect(slotsOf("0")).toBeUndefined()
  expect(slotsOf("3, x")).toBeUndefined()
})
