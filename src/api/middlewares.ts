import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { ACTOR_TYPES } from "@gondola/kit"
import { graphqlCors } from "./graphql/cors"

export default defineMiddlewares({
  routes: [
    {
      matcher: "/graphql",
      // A return of six graded lines with a picture of 300 kB each.
      bodyParser: { sizeLimit: "3mb" },
      middlewares: [
        graphqlCors,
        authenticate(Object.values(ACTOR_TYPES), ["bearer"], { allowUnauthenticated: true, allowUnregistered: true }),
      ],
    },
    {
      // Files go in and out as streams: nothing parses a body here.
      matcher: "/portal/*",
      bodyParser: false,
      middlewares: [
        graphqlCors,
        // Two actors in this order: a token says which it is.
        authenticate([ACTOR_TYPES.SELLER_MEMBER, ACTOR_TYPES.OPERATOR], ["bearer"]),
      ],
    },
  ],
})
