/** What a member of a seller's team may change. Reading is open to every role. */
export const DUTIES = ["team", "catalogue", "orders", "finance"] as const
export type Duty = (typeof DUTIES)[number]

export const ROLES = ["owner", "catalogue", "orders", "finance", "read_only"] as const
export type Role = (typeof ROLES)[number]

/** `team` is the owner's alone: the people, the application, the terms, the shop's face and its end. */
const CARRIED: Readonly<Record<Role, readonly Duty[]>> = {
  owner: DUTIES,
  catalogue: ["catalogue"],
  orders: ["orders"],
  finance: ["finance"],
  read_only: [],
}

export const dutiesOf = (role: Role): readonly Duty[] => CARRIED[role]

export const carries = (role: Role, duty: Duty): boolean => CARRIED[role].includes(duty)

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)
