// @ts-check
const path = require("node:path")
const { defineConfig } = require("@medusajs/framework/utils")
const { originsOf, readEnvironment, secretsOf } = require("./src/boot/environment.js")

const environment = readEnvironment(process.env)
const secrets = secretsOf(environment)
const origins = originsOf(environment)
// Payouts by Connect, and card payments where a publishable key is given too. One shape for both, each takes its own.
const stripe = environment.STRIPE_API_KEY && {
  apiKey: environment.STRIPE_API_KEY,
  webhookSecret: environment.STRIPE_WEBHOOK_SECRET,
  publishableKey: environment.STRIPE_PUBLISHABLE_KEY,
  address: environment.STRIPE_API_URL,
}
const anyFace = [...origins.storefront, ...origins.portal].join(",")

module.exports = defineConfig({
  admin: { disable: !environment.MEDUSA_ADMIN },
  projectConfig: {
    databaseUrl: environment.DATABASE_URL,
    workerMode: environment.MEDUSA_WORKER_MODE,
    http: {
      storeCors: origins.storefront.join(","),
      adminCors: origins.portal.join(","),
      authCors: anyFace,
      jwtSecret: secrets.jwt,
      cookieSecret: secrets.cookie,
      authMethodsPerActor: {
        customer: ["emailpass"],
        user: ["emailpass"],
        seller_member: ["emailpass"],
        brand_member: ["emailpass"],
        shop_staff: ["emailpass"],
      },
    },
  },
  plugins: [
    { resolve: "@gondola/ledger", options: {} },
    // Outside production a seller's webhook endpoint may be on this machine.
    {
      resolve: "@gondola/marketplace",
      options: {
        stripe: stripe && {
          ...stripe,
          webhookSecret: environment.STRIPE_CONNECT_WEBHOOK_SECRET ?? environment.STRIPE_WEBHOOK_SECRET,
        },
        portalUrl: origins.portal[0],
        relaxedWebhooks: environment.NODE_ENV !== "production",
        uploads: path.join(environment.GONDOLA_DATA_DIR ?? path.join(__dirname, ".data"), "uploads"),
      },
    },
    {
      resolve: "@gondola/sponsored-placement",
      options: {
        secret: secrets.jwt,
        adDatabaseUrl: environment.AD_DATABASE_URL,
        timeZone: "Europe/Paris",
        // The demonstration is walked through by headless browsers too; real money is not spent by them.
        headlessIsBot: environment.NODE_ENV === "production",
      },
    },
    { resolve: "@gondola/searchandising", options: {} },
    { resolve: "@gondola/store-returns", options: {} },
  ],
  modules: [
    ...(stripe && stripe.publishableKey
      ? [
          {
            resolve: "@medusajs/medusa/payment",
            options: {
              providers: [
                { resolve: "@gondola/marketplace/src/providers/stripe-payment", id: "stripe", options: stripe },
              ],
            },
          },
        ]
      : []),
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/notification-local", id: "local", options: { channels: ["feed"] } },
          {
            resolve: "@gondola/marketplace/src/providers/mail",
            id: "mail",
            options: { channels: ["email"], smtpUrl: environment.SMTP_URL, from: environment.MAIL_FROM },
          },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/locking",
      options: { providers: [{ id: "postgres", resolve: "@medusajs/medusa/locking-postgres", is_default: true }] },
    },
    {
      resolve: "@medusajs/medusa/search",
      options: {
        providers: [{ id: "postgres", resolve: "@gondola/searchandising/src/providers/postgres", options: {} }],
        default_provider: "gondola-postgres",
        reindex: { batch_size: 500 },
      },
    },
  ],
})
