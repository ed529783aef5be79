import type { GraphqlContext } from "@gondola/kit"
import type { Act } from "./act"

/** The caller of a GraphQL field as the trail names it. */
export const actorOf = ({ signedIn }: GraphqlContext): Act["actor"] =>
  signedIn ? { type: signedIn.key ? "API_KEY" : signedIn.actor, id: signedIn.id } : { type: "GUEST", id: "guest" }

export const systemActor = (job: string): Act["actor"] => ({ type: "SYSTEM", id: job })
