import { suspectColumn } from "./places"

describe("a column that lets a person be suspected", () => {
  it.each(["email", "reporter_email", "first_name", "address_1", "birth_date", "last4", "customer_name", "note", "ip"])(
    "%s",
    (column) => expect(suspectColumn(column)).toBe(true),
  )
  it.each(["id", "renamed_at", "position", "total", "recipe", "email_id", "committed", "tip", "to_state"])(
    "not %s",
    (column) => expect(suspectColumn(column)).toBe(false),
  )
})
