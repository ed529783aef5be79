import type { Operation } from "./operation"

export const BASE = "/seller/v1"

export interface Match {
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
}

const SEGMENT = /^:(\w+)$/

/** @returns null where no operation has this path, `methods` where one has it with another method */
export function matchOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): Match | { readonly methods: readonly string[] } | null {
  const found = operations.flatMap((operation) => {
    const params = paramsOf(operation.path, path)
    return params ? [{ operation, params }] : []
  })
  if (found.length === 0) return null
  return found.find(({ operation }) => operation.method === method) ?? { methods: found.map((f) => f.operation.method) }
}

function paramsOf(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split("/"), path.replace(/\/$/, "").split("/")]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [i, segment] of wanted.entries()) {
    const name = SEGMENT.exec(segment)?.[1]
    if (name) params[name] = decoded(given[i] ?? "")
    else if (segment !== given[i]) return null
  }
  return Object.values(params).includes("") ? null : params
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
