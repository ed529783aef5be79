import { defineMiddlewares } from "@medusajs/framework/http"
import { closedForAdmin, closedForShoppers } from "./guards/closed"
import { withoutEndedSession } from "./guards/ended-session"
import { completeCart } from "./guards/complete-cart"
import { ownOrderOnly } from "./guards/own-order"
import { serveSellerApi } from "../seller-api/serve"
import { paymentMessage } from "./guards/payment-message"
import { limitedSignIn, strictRegistration, strongNewPassword } from "./guards/sign-in"

const ORDER_RESOURCES = [
  "orders",
  "returns",
  "exchanges",
  "claims",
  "order-edits",
  "order-changes",
  "draft-orders",
  "payments",
  "payment-collections",
  "fulfillments",
]

/** Medusa's own routes where they meet orders, payments and accounts. */
export default defineMiddlewares({
  routes: [
    { matcher: "/*", middlewares: [withoutEndedSession] },
    // A message carries files of two million bytes, in base64.
    { matcher: "/seller/v1/*", bodyParser: { sizeLimit: "3mb" }, middlewares: [serveSellerApi] },
    // A file is streamed to disk: nothing reads it before.
    { matcher: "/seller/v1/import-files", methods: ["POST"], bodyParser: false },
    // The signature is over the bytes as they came.
    { matcher: "/hooks/payouts/*", methods: ["POST"], bodyParser: { preserveRawBody: true, sizeLimit: "512kb" } },
    { matcher: "/hooks/payment/*", methods: ["POST"], middlewares: [paymentMessage] },
    { matcher: "/store/carts/:id/complete", methods: ["POST"], middlewares: [completeCart] },
    { matcher: "/store/returns", methods: ["POST"], middlewares: [closedForShoppers] },
    { matcher: "/store/orders/:id", methods: ["GET"], middlewares: [ownOrderOnly] },
    { matcher: "/store/orders/:id/transfer/*", methods: ["POST"], middlewares: [closedForShoppers] },
    ...ORDER_RESOURCES.map((resource) => ({
      matcher: `/admin/${resource}*`,
      methods: ["POST" as const, "PUT" as const, "PATCH" as const, "DELETE" as const],
      middlewares: [closedForAdmin],
    })),
    { matcher: "/auth/:actor_type/:auth_provider", methods: ["POST"], middlewares: [limitedSignIn] },
    { matcher: "/auth/:actor_type/:auth_provider/register", methods: ["POST"], middlewares: [strictRegistration] },
    { matcher: "/auth/:actor_type/:auth_provider/reset-password", methods: ["POST"], middlewares: [limitedSignIn] },
    { matcher: "/auth/:actor_type/:auth_provider/update", methods: ["POST"], middlewares: [strongNewPassword] },
  ],
})
