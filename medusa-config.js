const { defineConfig } = require("@medusajs/framework/utils")

const secret = process.env.GONDOLA_SECRET ?? "only-for-tests-and-development"

module.exports = defineConfig({
  admin: { disable: process.env.MEDUSA_ADMIN !== "1" },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    workerMode: process.env.MEDUSA_WORKER_MODE ?? "shared",
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:7000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:7000,http://localhost:8000",
      jwtSecret: process.env.JWT_SECRET ?? secret,
      cookieSecret: process.env.COOKIE_SECRET ?? secret,
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
    { resolve: "@gondola/marketplace", options: {} },
  ],
  modules: [
    {
      resolve: "@medusajs/medusa/locking",
      options: { providers: [{ id: "postgres", resolve: "@medusajs/medusa/locking-postgres", is_default: true }] },
    },
  ],
})
