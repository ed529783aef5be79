import { contentPolicy } from "./content-policy"

const rule = (policy: string, name: string): string[] =>
  policy
    .split("; ")
    .find((each) => each.startsWith(`${name} `))!
    .split(" ")
    .slice(1)

const facts = { api: "http://localhost:9000/", cards: false, development: false }

it("lets nothing of Stripe in while no card is taken", () => {
  const policy = contentPolicy(facts)
  expect(policy).not.toContain("stripe")
  expect(rule(policy, "frame-src")).toEqual(["'none'"])
  expect(rule(policy, "script-src")).toEqual(["'self'", "'unsafe-inline'"])
  expect(rule(policy, "connect-src")).toEqual(["'self'", "http://localhost:9000"])
})

it("lets in what Stripe's form needs, and no more, once cards are taken", () => {
  const policy = contentPolicy({ ...facts, cards: true })
  expect(rule(policy, "script-src")).toContain("https://js.stripe.com")
  expect(rule(policy, "frame-src")).toEqual(["https://js.stripe.com", "https://hooks.stripe.com"])
  expect(rule(policy, "connect-src")).toContain("https://api.stripe.com")
  expect(rule(policy, "img-src")).toEqual(rule(contentPolicy(facts), "img-src"))
  expect(rule(policy, "script-src")).not.toContain("'unsafe-eval'")
})
