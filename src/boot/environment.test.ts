import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { originsOf, readEnvironment, secretsOf, variableNames } from "./environment"

const SECRET = "0123456789abcdef0123456789abcdef"

it("needs nothing", () => {
  expect(readEnvironment({})).toEqual({ NODE_ENV: "development", MEDUSA_WORKER_MODE: "shared" })
  expect(readEnvironment({ PORT: "", DATABASE_URL: "" })).toEqual(readEnvironment({}))
})

it.each([
  [{ PORT: "abc" }, /PORT is not a port number/],
  [{ STOREFRONT_PORT: "70000" }, /STOREFRONT_PORT is not a port number/],
  [{ DATABASE_URL: "mysql://x" }, /DATABASE_URL is not an address like postgres/],
  [{ GONDOLA_DEMO: "yes" }, /GONDOLA_DEMO must be 0 or 1/],
  [{ GONDOLA_API_URL: "shop.example" }, /GONDOLA_API_URL is not an address/],
  [{ MEDUSA_WORKER_MODE: "all" }, /must be shared, server or worker/],
  [{ GONDOLA_SECRET: "short" }, /GONDOLA_SECRET is too short/],
])("refuses %p in one line", (variables, message) => {
  expect(() => readEnvironment(variables)).toThrow(message)
  try {
    readEnvironment(variables)
  } catch (error) {
    expect((error as Error).message).not.toContain("\n")
  }
})

it("never repeats a secret or an address with a password in its message", () => {
  expect(() => readEnvironment({ GONDOLA_SECRET: "hunter2", DATABASE_URL: "nonsense-hunter2" })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining("hunter2") }),
  )
})

it("takes no key of Stripe without the secret of its messages, and repeats neither", () => {
  expect(() => readEnvironment({ STRIPE_API_KEY: "sk_test_x" })).toThrow(/needs STRIPE_WEBHOOK_SECRET/)
  expect(() => readEnvironment({ STRIPE_API_KEY: "hunter2" })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining("hunter2") }),
  )
  expect(readEnvironment({ STRIPE_API_KEY: "sk_test_x", STRIPE_WEBHOOK_SECRET: "whsec_x" })).toMatchObject({
    STRIPE_API_KEY: "sk_test_x",
  })
})

it("starts no production without secrets of its own", () => {
  expect(() => readEnvironment({ NODE_ENV: "production" })).toThrow(/needs secrets of its own/)
  expect(() => readEnvironment({ NODE_ENV: "production", JWT_SECRET: SECRET })).toThrow(/needs secrets of its own/)
  expect(secretsOf(readEnvironment({ NODE_ENV: "production", GONDOLA_SECRET: SECRET }))).toEqual({
    jwt: SECRET,
    cookie: SECRET,
  })
})

it("lets the faces in where they are opened", () => {
  expect(originsOf(readEnvironment({ STOREFRONT_PORT: "8123", GONDOLA_PORTAL_URL: "https://portal.example" }))).toEqual(
    {
      storefront: ["http://localhost:8123", "http://127.0.0.1:8123"],
      portal: ["https://portal.example"],
    },
  )
})

it("knows no variable that nothing reads", () => {
  const root = join(__dirname, "../..")
  const text = execFileSync(
    "git",
    [
      "grep",
      "-hoE",
      "[A-Z][A-Z_]{3,}",
      "--",
      "src",
      "plugins",
      "storefront",
      "admin",
      "medusa-config.js",
      ":!*.md",
      ":!src/boot/environment*",
    ],
    { cwd: root, encoding: "utf8", maxBuffer: 1e8 },
  )
  const used = new Set(text.split("\n"))
  const unread = variableNames.filter((name) => !used.has(name))
  expect(unread).toEqual([])
})
