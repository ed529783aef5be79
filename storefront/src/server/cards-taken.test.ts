import { cardsAsker } from "./cards-taken"

const answer = (cards: boolean) =>
  ({ json: () => Promise.resolve({ data: { storefrontConfig: { cardPayments: cards } } }) }) as Response

describe("whether cards are taken", () => {
  const asked = jest.spyOn(globalThis, "fetch")
  beforeEach(() => asked.mockReset())
  afterAll(() => asked.mockRestore())

  it("asks once for many pages at once, and not again within a minute", async () => {
    const cardsTaken = cardsAsker()
    asked.mockResolvedValue(answer(true))
    expect(await Promise.all([cardsTaken(), cardsTaken(), cardsTaken()])).toEqual([true, true, true])
    expect(await cardsTaken()).toBe(true)
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it("answers at once with what it knew while it asks again, and keeps it when nobody answers", async () => {
    const cardsTaken = cardsAsker()
    asked.mockResolvedValueOnce(answer(true))
    await cardsTaken()
    asked.mockRejectedValueOnce(new Error("down"))
    expect(await cardsTaken(Date.now() + 61_000)).toBe(true)
    await new Promise(setImmediate)
    expect(await cardsTaken()).toBe(true)
    expect(asked).toHaveBeenCalledTimes(2)
  })

  it("lets nothing in while the API has never answered, and is not held up by it twice", async () => {
    const cardsTaken = cardsAsker()
    asked.mockRejectedValueOnce(new Error("down"))
    expect(await cardsTaken()).toBe(false)
    let answered = false
    asked.mockReturnValueOnce(new Promise(() => {}))
    await cardsTaken(Date.now() + 5_000).then(() => (answered = true))
    expect(answered).toBe(true)
  })
})
