// @ts-check
// CommonJS, because medusa-config.js reads it as well.
const { z } = require("zod")

const port = z.coerce
  .number({ error: "is not a port number" })
  .int("is not a port number")
  .min(1, "is not a port number (1 to 65535)")
  .max(65535, "is not a port number (1 to 65535)")
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "is not an address like postgres://user:password@host/name")
const webAddress = z.string().regex(/^https?:\/\/[^/]+$/, "is not an address like https://shop.example (no path)")
const mailServer = z.string().regex(/^smtps?:\/\/[^\s]+$/, "is not an address like smtp://user:password@host:587")
const sender = z
  .string()
  .regex(/^([^<>\r\n]+<)?[^\s@<>]+@[^\s@<>]+>?$/, "is not a sender like La Halle <contact@halle.example>")
const flag = z.enum(["0", "1"], { error: "must be 0 or 1" }).transform((value) => value === "1")
const secret = z.string().min(32, "is too short: use at least 32 random characters")

/** Every variable that Gondola reads. */
const schema = z.object({
  NODE_ENV: z
    .enum(["development", "test", "production"], {
      error: "must be development, test or production",
    })
    .default("development"),
  DATABASE_URL: postgresUrl.optional(),
  AD_DATABASE_URL: postgresUrl.optional(),
  PORT: port.optional(),
  STOREFRONT_PORT: port.optional(),
  PORTAL_PORT: port.optional(),
  GONDOLA_API_URL: webAddress.optional(),
  GONDOLA_STOREFRONT_URL: webAddress.optional(),
  GONDOLA_PORTAL_URL: webAddress.optional(),
  MEDUSA_ADMIN: flag.optional(),
  MEDUSA_WORKER_MODE: z
    .enum(["shared", "server", "worker"], { error: "must be shared, server or worker" })
    .default("shared"),
  GONDOLA_SECRET: secret.optional(),
  JWT_SECRET: secret.optional(),
  COOKIE_SECRET: secret.optional(),
  GONDOLA_DATA_DIR: z.string().optional(),
  GONDOLA_DEMO: flag.optional(),
  GONDOLA_INTROSPECTION: flag.optional(),
  STRIPE_API_KEY: z
    .string()
    .regex(/^[sr]k_(test|live)_\w+$/, "is not a secret key of Stripe (sk_test_…)")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/, "is not a signing secret of Stripe (whsec_…)")
    .optional(),
  STRIPE_CONNECT_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/, "is not a signing secret of Stripe (whsec_…)")
    .optional(),
  STRIPE_PUBLISHABLE_KEY: z
    .string()
    .regex(/^pk_(test|live)_\w+$/, "is not a publishable key of Stripe (pk_test_…)")
    .optional(),
  STRIPE_API_URL: webAddress.optional(),
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: sender.optional(),
})

/** @typedef {z.infer<typeof schema>} Environment */

/** A wrong variable, told in one line. */
class EnvironmentProblem extends Error {}

/**
 * @param {Record<string, string | undefined>} variables
 * @returns {Environment}
 */
function readEnvironment(variables) {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])),
  )
  const result = schema.safeParse(given)
  if (!result.success) throw new EnvironmentProblem(result.error.issues.map(sentence).join(" "))
  const read = result.data
  if (read.SMTP_URL && !read.MAIL_FROM) {
    throw new EnvironmentProblem(
      "SMTP_URL needs MAIL_FROM: the sender that mails name, like La Halle <contact@halle.example>.",
    )
  }
  if (read.STRIPE_API_KEY && !read.STRIPE_WEBHOOK_SECRET)
    throw new EnvironmentProblem(
      "STRIPE_API_KEY needs STRIPE_WEBHOOK_SECRET: what Stripe tells is believed with its signature only.",
    )
  const hasSecrets = read.GONDOLA_SECRET || (read.JWT_SECRET && read.COOKIE_SECRET)
  if (read.NODE_ENV === "production" && !hasSecrets) {
    throw new EnvironmentProblem(
      "NODE_ENV=production needs secrets of its own: set GONDOLA_SECRET, or JWT_SECRET and COOKIE_SECRET.",
    )
  }
  return read
}

/** @param {z.core.$ZodIssue} issue */
function sentence(issue) {
  const name = String(issue.path[0])
  const value = /SECRET|URL|KEY/.test(name) ? "" : ` (it is "${process.env[name] ?? ""}")`
  return `${name} ${issue.message}${value}.`
}

/**
 * What signs tokens and cookies. Outside production a constant does, so that tests need no set-up; `npm start` always
 * hands over secrets of its own.
 * @param {Environment} environment
 */
function secretsOf({ GONDOLA_SECRET, JWT_SECRET, COOKIE_SECRET }) {
  const common = GONDOLA_SECRET ?? "only-for-tests-and-development"
  return { jwt: JWT_SECRET ?? common, cookie: COOKIE_SECRET ?? common }
}

/**
 * The addresses at which the faces may be opened: what CORS lets through.
 * @param {Environment} environment
 */
function originsOf({ STOREFRONT_PORT = 8000, PORTAL_PORT = 7000, GONDOLA_STOREFRONT_URL, GONDOLA_PORTAL_URL }) {
  const local = (/** @type {number} */ number) => [`http://localhost:${number}`, `http://127.0.0.1:${number}`]
  return {
    storefront: GONDOLA_STOREFRONT_URL ? [GONDOLA_STOREFRONT_URL] : local(STOREFRONT_PORT),
    portal: GONDOLA_PORTAL_URL ? [GONDOLA_PORTAL_URL] : local(PORTAL_PORT),
  }
}

module.exports = {
  readEnvironment,
  secretsOf,
  originsOf,
  EnvironmentProblem,
  variableNames: Object.keys(schema.shape),
}
