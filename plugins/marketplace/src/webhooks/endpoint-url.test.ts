import { endpointProblem } from "./endpoint-url"

describe("the address of an endpoint", () => {
  it.each(["https://shop.example/hooks", "https://shop.example:8443/h?x=1", "https://8.8.8.8/h"])("may be %s", (url) =>
    expect(endpointProblem(url, false)).toBeNull(),
  )

  it.each([
    "http://shop.example/hooks",
    "ftp://shop.example",
    "https://user:secret@shop.example",
    "https://shop.example/#x",
    "https://localhost/h",
    "https://127.0.0.1/h",
    "https://0x7f.1/h",
    "https://2130706433/h",
    "https://[::1]/h",
    "https://[::ffff:127.0.0.1]/h",
    "https://169.254.169.254/latest",
    "https://db.internal/h",
    "https://printer.local/h",
    "not an address",
    `https://shop.example/${"a".repeat(500)}`,
  ])("may not be %s", (url) => expect(endpointProblem(url, false)).toMatch(/./))

  it("may be on this machine in development", () => {
    expect(endpointProblem("http://127.0.0.1:4000/h", true)).toBeNull()
    expect(endpointProblem("https://user:secret@127.0.0.1", true)).toMatch(/password/)
  })
})
