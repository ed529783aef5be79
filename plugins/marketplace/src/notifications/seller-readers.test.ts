import fc from "fast-check"
import { carries, DUTIES, type Role, ROLES } from "../sellers/roles"
import { readersOf } from "./seller-readers"

const seller = { id: "sel", email: "Contact@tasses.example", locale: "fr" as const }
const member = (email: string, role: Role, locale: "fr" | "en" | null = null) => ({ id: email, email, role, locale })

it("goes to the contact address and to whom it concerns, in the language of each", () => {
  const team = [
    member("anna@tasses.example", "owner", "en"),
    member("omar@tasses.example", "orders"),
    member("fina@tasses.example", "finance"),
    member("rita@tasses.example", "read_only"),
  ]
  const mails = (duty: (typeof DUTIES)[number]) => readersOf(seller, team, duty).map(({ to }) => [to.email, to.locale])
  expect(mails("orders")).toEqual([
    ["Contact@tasses.example", "fr"],
    ["anna@tasses.example", "en"],
    ["omar@tasses.example", "fr"],
  ])
  expect(mails("team").map(([email]) => email)).toEqual(["Contact@tasses.example", "anna@tasses.example"])
})

it("writes to a member whose address is the contact once, in that member's language", () => {
  const readers = readersOf(seller, [member("contact@TASSES.example", "orders", "en")], "orders")
  expect(readers).toEqual([
    {
      suffix: "",
      to: { email: "Contact@tasses.example", locale: "en", feed: { room: "SELLER", organisationId: "sel" } },
    },
  ])
})

it("never writes to one address twice, tells the bell once, and leaves out nobody who carries the duty", () => {
  const anybody = fc.record({
    id: fc.uuid(),
    email: fc.constantFrom("a@x.example", "A@x.example", "b@x.example", "contact@tasses.example"),
    role: fc.constantFrom(...ROLES),
    locale: fc.constantFrom("fr" as const, "en" as const, null),
  })
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 6 }), fc.constantFrom(...DUTIES), (team, duty) => {
      const readers = readersOf(seller, team, duty)
      const emails = readers.map(({ to }) => to.email.toLowerCase())
      expect(new Set(emails).size).toBe(emails.length)
      expect(new Set(readers.map(({ suffix }) => suffix)).size).toBe(readers.length)
      expect(readers.filter(({ to }) => to.feed)).toHaveLength(1)
      for (const each of team) if (carries(each.role, duty)) expect(emails).toContain(each.email.toLowerCase())
    }),
  )
})
