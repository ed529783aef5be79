import { ledgerOnly } from "./ledger-only"

const SELLER = { id: "sel_1", name: "A", email: "a@example.com", countryCode: "fr" }

it("keeps a country and four characters of an account, and tells a changed one", async () => {
  const first = await ledgerOnly.registerBankAccount(SELLER, "FR76 3000 6000 0112 3456 7890 189", null)
  expect(first).toMatchObject({ last4: "0189", country: "FR" })
  expect(JSON.stringify(first)).not.toMatch(/30006000|1234567890/)
  expect(await ledgerOnly.registerBankAccount(SELLER, "fr7630006000011234567890189", null)).toEqual(first)
  const other = await ledgerOnly.registerBankAccount(SELLER, "FR7630006000011234567890190", null)
  expect(other.token).not.toBe(first.token)
  // The same account of two sellers has two names: nothing links them.
  expect(
    (await ledgerOnly.registerBankAccount({ ...SELLER, id: "sel_2" }, "FR7630006000011234567890189", null)).token,
  ).not.toBe(first.token)
})
