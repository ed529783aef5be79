import fc from "fast-check"
import { applies, type CheckedSeller, checklistOf, type HandedIn, notHandedIn, openRequirements } from "./checklist"
import type { Requirement } from "./requirement"

const requirement = (over: Partial<Requirement> = {}): Requirement => ({
  id: "req_1",
  code: "company_register",
  kind: "document",
  audience: "any",
  legalForm: null,
  stream: null,
  label: { fr: "Extrait Kbis", en: "Company register" },
  help: {},
  mandatory: true,
  needsExpiry: false,
  position: 1,
  bindingFrom: new Date("2026-01-01T00:00:00Z"),
  ...over,
})
const seller = (over: Partial<CheckedSeller> = {}): CheckedSeller => ({
  state: "documents",
  countryCode: "fr",
  legalForm: "company",
  taxId: null,
  vatNumber: null,
  acceptsShopReturns: false,
  hasBankAccount: false,
  eprStreams: [],
  documents: [],
  ...over,
})
const paper = (over: Partial<HandedIn> = {}): HandedIn => ({
  id: "doc_1",
  requirementId: "req_1",
  state: "accepted",
  reason: null,
  expiresOn: null,
  handedInAt: new Date("2026-02-01T00:00:00Z"),
  ...over,
})
const at = { now: new Date("2026-03-01T10:00:00Z"), today: "2026-03-01" }
const stateWith = (papers: HandedIn[], when = at) =>
  checklistOf(seller({ documents: papers }), [requirement()], when)[0]!.state

describe("the checklist", () => {
  it("asks each only for what concerns it", () => {
    const here = { countryCode: "fr", legalForm: "company" as const }
    const asked = (over: Partial<Requirement>, of = here) => applies(requirement(over), of)
    expect(asked({ audience: "fr" })).toBe(true)
    expect(asked({ audience: "fr" }, { ...here, countryCode: "de" })).toBe(false)
    expect(asked({ audience: "eu" }, { ...here, countryCode: "de" })).toBe(true)
    expect(asked({ audience: "outside_eu" }, { ...here, countryCode: "ch" })).toBe(true)
    expect(asked({ audience: "outside_eu" })).toBe(false)
    expect(asked({ legalForm: "sole_trader" })).toBe(false)
  })

  it("follows a paper from missing to accepted, and counts it red again after its last day", () => {
    expect(stateWith([])).toBe("missing")
    expect(stateWith([paper({ state: "handed_in" })])).toBe("handed_in")
    expect(stateWith([paper({ state: "rejected", reason: "blurred" })])).toBe("rejected")
    expect(stateWith([paper()])).toBe("accepted")
    const until = paper({ expiresOn: "2026-03-01" })
    expect(stateWith([until])).toBe("accepted")
    expect(stateWith([until], { ...at, today: "2026-03-02" })).toBe("expired")
  })

  it("goes on with the old paper while the new one waits, and no longer than it holds", () => {
    const old = paper({ id: "old", expiresOn: "2026-03-01" })
    const fresh = paper({ id: "new", state: "handed_in", handedInAt: new Date("2026-02-20T00:00:00Z") })
    const item = (today: string) =>
      checklistOf(seller({ documents: [old, fresh] }), [requirement()], { ...at, today })[0]!
    expect(item("2026-03-01")).toMatchObject({ state: "accepted", document: { id: "old" }, waiting: { id: "new" } })
    expect(item("2026-03-02")).toMatchObject({ state: "handed_in", document: { id: "new" }, waiting: null })
    const refused = paper({ ...fresh, state: "rejected", reason: "blurred" })
    expect(stateWith([old, refused])).toBe("accepted")
  })

  it("reads the data that need no paper", () => {
    const list = [
      requirement({ id: "1", code: "tax_id", kind: "tax_id" }),
      requirement({ id: "2", code: "vat_number", kind: "vat_number" }),
      requirement({ id: "3", code: "epr_textiles", kind: "epr", stream: "textiles" }),
      requirement({ id: "4", code: "bank_account", kind: "bank_account" }),
      requirement({ id: "5", code: "shop_returns", kind: "shop_returns" }),
    ]
    expect(openRequirements(checklistOf(seller(), list, at))).toEqual(list.map(({ code }) => code))
    const whole = seller({
      taxId: "443061841",
      vatNumber: "FR40303265045",
      eprStreams: ["textiles"],
      hasBankAccount: true,
      acceptsShopReturns: true,
    })
    expect(openRequirements(checklistOf(whole, list, at))).toEqual([])
    expect(openRequirements(checklistOf({ ...whole, eprStreams: ["toys"] }, list, at))).toEqual(["epr_textiles"])
  })

  it("gives those who sell already until the day it binds, and applicants none", () => {
    const later = requirement({ bindingFrom: new Date("2026-04-01T00:00:00Z") })
    const open = (state: CheckedSeller["state"], now: string) =>
      openRequirements(checklistOf(seller({ state }), [later], { now: new Date(now), today: now.slice(0, 10) }))
    expect(open("active", "2026-03-31T23:00:00Z")).toEqual([])
    expect(open("active", "2026-04-01T00:00:00Z")).toEqual(["company_register"])
    expect(open("documents", "2026-03-01T00:00:00Z")).toEqual(["company_register"])
  })

  it("lets a file in that waits for its review, but nobody sell with it", () => {
    const items = checklistOf(seller({ documents: [paper({ state: "handed_in" })] }), [requirement()], at)
    expect(notHandedIn(items)).toEqual([])
    expect(openRequirements(items)).toEqual(["company_register"])
  })

  it("never shuts a shop for what is optional", () => {
    const state = fc.constantFrom("handed_in" as const, "accepted" as const, "rejected" as const)
    fc.assert(
      fc.property(fc.option(state), (papers) => {
        const documents = papers ? [paper({ state: papers })] : []
        const items = checklistOf(seller({ documents }), [requirement({ mandatory: false })], at)
        return openRequirements(items).length === 0 && notHandedIn(items).length === 0
      }),
    )
  })
})
