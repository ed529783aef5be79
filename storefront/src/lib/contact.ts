/** The first step of checkout: who, and where to. Field names are those of the form. */
export const CONTACT_FIELDS = [
  "email",
  "firstName",
  "lastName",
  "street",
  "complement",
  "postalCode",
  "city",
  "phone",
] as const

export type ContactField = (typeof CONTACT_FIELDS)[number]
export type Contact = Record<ContactField, string>
export type ContactProblem = "required" | "email" | "postalCode" | "phone" | "tooLong"

const OPTIONAL: readonly ContactField[] = ["complement", "phone"]
const LONGEST = 120

export function readContact(form: FormData): Contact {
  const text = (field: ContactField) => String(form.get(field) ?? "").trim()
  return Object.fromEntries(CONTACT_FIELDS.map((field) => [field, text(field)])) as Contact
}

export function contactProblems(contact: Contact, countryCode: string): Partial<Record<ContactField, ContactProblem>> {
  const found: Partial<Record<ContactField, ContactProblem>> = {}
  for (const field of CONTACT_FIELDS) {
    if (contact[field].length > LONGEST) found[field] = "tooLong"
    else if (!contact[field] && !OPTIONAL.includes(field)) found[field] = "required"
  }
  if (!found.email && !isEmail(contact.email)) found.email = "email"
  if (!found.postalCode && countryCode === "fr" && !/^\d{5}$/.test(contact.postalCode.replace(/\s/g, "")))
    found.postalCode = "postalCode"
  if (!found.phone && contact.phone && !/^\+?[\d\s().-]{6,20}$/.test(contact.phone)) found.phone = "phone"
  return found
}

/** Enough to catch a slip of the finger; only the mail itself proves an address. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text)
}
