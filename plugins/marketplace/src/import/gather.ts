import type { FileRecord } from "./read-records"

/** The article that a record is one variant of; null for a record that stands alone. */
export type GroupOf = (record: unknown) => string | null

/** Several records of one file that are about one thing, each with its line. */
export class Gathered {
  constructor(readonly records: readonly { readonly line: number; readonly record: unknown }[]) {}
}

/**
 * Puts the records of a group together where the last of them stands; the file is read twice. The order is the same in
 * every reading, so that an interrupted import finds its place again.
 */
export async function* gathered(read: () => AsyncGenerator<FileRecord>, groupOf: GroupOf): AsyncGenerator<FileRecord> {
  const left = new Map<string, number>()
  for await (const item of read()) {
    const group = nameOf(item, groupOf)
    if (group !== null) left.set(group, (left.get(group) ?? 0) + 1)
  }
  const waiting = new Map<string, { line: number; record: unknown }[]>()
  for await (const item of read()) {
    const group = nameOf(item, groupOf)
    if (group === null || item.fault !== undefined) {
      yield item
      continue
    }
    const members = waiting.get(group) ?? []
    members.push({ line: item.line, record: item.record })
    waiting.set(group, members)
    if (members.length < left.get(group)!) continue
    waiting.delete(group)
    yield { line: item.line, record: new Gathered(members), weight: members.length }
  }
}

const nameOf = (item: FileRecord, groupOf: GroupOf): string | null =>
  item.fault === undefined ? groupOf(item.record) : null
