/** What tells the variant apart; null when it only repeats the product's title. */
export function variantTitle(title: string, variant: string | null | undefined): string | null {
  const text = variant?.trim()
  return text && text !== title.trim() ? text : null
}
