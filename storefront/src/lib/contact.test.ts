import { type Contact, contactProblems, readContact } from "./contact"

const good: Contact = {
  email: "camille@example.com",
  firstName: "Camille",
  lastName: "Martin",
  street: "3 rue des Lilas",
  complement: "",
  postalCode: "69002",
  city: "Lyon",
  phone: "",
}

describe("contactProblems", () => {
  test("a good address has none", () => expect(contactProblems(good, "fr")).toEqual({}))

  test("names each field that is missing", () => {
    const empty = readContact(new FormData())
    expect(contactProblems(empty, "fr")).toEqual({
      email: "required",
      firstName: "required",
      lastName: "required",
      street: "required",
      postalCode: "required",
      city: "required",
    })
  })

  test.each([
    ["email", "camille@example", "email"],
    ["email", "camille example.com", "email"],
    ["postalCode", "6900", "postalCode"],
    ["phone", "appelez-moi", "phone"],
    ["city", "x".repeat(121), "tooLong"],
  ] as const)("%s %s is refused", (field, value, problem) =>
    expect(contactProblems({ ...good, [field]: value }, "fr")).toEqual({ [field]: problem }),
  )

  test("other countries write postal codes their way", () =>
    expect(contactProblems({ ...good, postalCode: "1000 AA" }, "nl")).toEqual({}))
})
