import type { GraphQLFormattedError } from "graphql"

interface HttpClient {
  post(path: string, body: unknown, options: { headers: Record<string, string> }): Promise<{ data: unknown }>
}

export interface Answer<T> {
  readonly data: T | null
  readonly errors?: readonly GraphQLFormattedError[]
}

export interface Caller {
  /** @throws when the answer has errors; the message shows them */
  <T = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<T>
  /** The answer as it is. */
  raw<T = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<Answer<T>>
  /** The code of the first error; undefined when there is none. */
  code(query: string, variables?: Record<string, unknown>): Promise<string | undefined>
}

/** The HTTP client of the tests names itself, and clicks of programs are not billed. */
const BROWSER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0" }

/** A person at a face: every story speaks GraphQL through one of these. */
export function caller(api: HttpClient, headers: Record<string, string> = {}): Caller {
  const raw = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> => {
    const answer = await api.post("/graphql", { query, variables }, { headers: { ...BROWSER, ...headers } })
    return answer.data as Answer<T>
  }
  const call = async <T>(query: string, variables?: Record<string, unknown>): Promise<T> => {
    const answer = await raw<T>(query, variables)
    if (answer.errors?.length || !answer.data) throw new Error(`GraphQL refused: ${JSON.stringify(answer.errors)}`)
    return answer.data
  }
  return Object.assign(call, {
    raw,
    code: async (query: string, variables?: Record<string, unknown>) =>
      (await raw(query, variables)).errors?.[0]?.extensions?.code as string | undefined,
  })
}

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })
