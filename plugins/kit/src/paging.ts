import { badInput } from "./errors"

export interface PageRequest {
  readonly page: number
  readonly pageSize: number
}

export interface Page<T> extends PageRequest {
  readonly items: readonly T[]
  readonly total: number
}

export const MAX_PAGE_SIZE = 100

/** @throws BAD_INPUT for a page below 1 or a size outside 1–100 */
export function pageRequest(args: {
  page?: number | null
  pageSize?: number | null
}): PageRequest & { skip: number; take: number } {
  const page = args.page ?? 1
  const pageSize = args.pageSize ?? 25
  if (!Number.isInteger(page) || page < 1 || page > 100_000) throw badInput("page starts at 1")
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > MAX_PAGE_SIZE)
    throw badInput(`pageSize goes from 1 to ${MAX_PAGE_SIZE}`)
  return { page, pageSize, skip: (page - 1) * pageSize, take: pageSize }
}
