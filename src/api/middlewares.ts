import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { ACTOR_TYPES } from "@gondola/kit"
import { graphqlCors } from "./graphql/cors"

export default defineMiddlewares({
  routes: [
    {
      matcher: "/graphql",
      // A seller's offer with its pictures as addresses fits well; a desk photo is at most 300 kB of base64.
      bodyParser: { sizeLimit: "1mb" },
      middlewares: [
        graphqlCors,
        authenticate(Object.values(ACTOR_TYPES), ["bearer"], { allowUnauthenticated: true, allowUnregistered: true }),
      ],
    },
  ],
})
