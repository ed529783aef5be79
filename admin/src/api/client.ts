import { print } from "graphql"
import type { DocumentNode } from "graphql"
import { apiUrl } from "./config"
import { ApiError, UNREACHABLE } from "./errors"
import type { Document } from "./graphql"

interface Answer<R> {
  data?: R | null
  errors?: { message: string; extensions?: { code?: string; details?: Record<string, unknown> } }[]
}

export interface RequestOptions {
  token?: string
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** One GraphQL request. @throws ApiError with the server's code, or UNREACHABLE when no answer came. */
export async function request<R, V>(document: Document<R, V>, variables: V, options: RequestOptions = {}): Promise<R> {
  const answer = await send<R>(apiUrl(), print(document as DocumentNode), variables, options)
  const [error] = answer.errors ?? []
  if (error) throw new ApiError(error.extensions?.code ?? "UNKNOWN", error.message, error.extensions?.details)
  if (!answer.data) throw new ApiError("UNKNOWN", "empty answer")
  return answer.data
}

async function send<R>(url: string, query: string, variables: unknown, options: RequestOptions): Promise<Answer<R>> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
        ...options.headers,
      },
      body: JSON.stringify({ query, variables }),
      signal: options.signal,
    })
    return (await response.json()) as Answer<R>
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new ApiError(UNREACHABLE, "the server did not answer")
  }
}

export const operationName = (document: DocumentNode): string => {
  const [first] = document.definitions
  return first?.kind === "OperationDefinition" ? (first.name?.value ?? "operation") : "operation"
}
