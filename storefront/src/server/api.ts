import { headers } from "next/headers"
import { print } from "@0no-co/graphql.web"
import type { TadaDocumentNode } from "gql.tada"
import { apiUrl } from "./api-url"

export { apiUrl } from "./api-url"

const TIMEOUT_MS = 15_000

/** The API could not be reached or answered nonsense. */
export class ApiDown extends Error {
  override name = "ApiDown"
}

/** The API refused, with a code that the pages translate. */
export class ApiRefusal extends Error {
  override name = "ApiRefusal"
  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message)
  }
}

interface GraphqlAnswer {
  data?: unknown
  errors?: { message: string; extensions?: { code?: string; details?: Record<string, unknown> } }[]
}

export interface AskOptions {
  /** Bearer token of a signed-in customer. */
  token?: string
}

export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  options: AskOptions = {},
): Promise<Result> {
  const answer = await post(print(document), variables, options)
  const error = answer.errors?.[0]
  if (error) {
    const field = error.extensions?.details?.field
    throw new ApiRefusal(
      error.extensions?.code ?? "INTERNAL",
      error.message,
      typeof field === "string" ? field : undefined,
    )
  }
  return answer.data as Result
}

async function post(query: string, variables: unknown, options: AskOptions): Promise<GraphqlAnswer> {
  try {
    const response = await fetch(`${apiUrl()}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(await callerHeaders()),
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return (await response.json()) as GraphqlAnswer
  } catch (cause) {
    throw new ApiDown("The API cannot be reached", { cause })
  }
}

/** Rate limits count the shopper's address, not the shop's. */
export async function callerHeaders(): Promise<Record<string, string>> {
  const forwarded = (await headers()).get("x-forwarded-for")
  return forwarded ? { "x-forwarded-for": forwarded } : {}
}
