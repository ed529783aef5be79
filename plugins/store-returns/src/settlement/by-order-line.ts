/** Lines of one return by the order line they came from: the counter may have graded its units apart. */
export function byOrderLine<T extends { readonly order_line_id: string }>(lines: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const line of lines) groups.set(line.order_line_id, [...(groups.get(line.order_line_id) ?? []), line])
  return groups
}
