import path from "node:path"
import type { NextConfig } from "next"
import createNextIntlPlugin from "next-intl/plugin"

const root = path.resolve(__dirname, "..")

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  outputFileTracingRoot: root,
  turbopack: { root },
  // Photos and papers with a message; the API takes three million bytes.
  experimental: { serverActions: { bodySizeLimit: "3mb" } },
  headers: () =>
    Promise.resolve([
      {
        source: "/:path*",
        headers: [
          { key: "x-content-type-options", value: "nosniff" },
          { key: "x-frame-options", value: "DENY" },
          { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
        ],
      },
    ]),
}

export default createNextIntlPlugin("./src/i18n/request.ts")(config)
