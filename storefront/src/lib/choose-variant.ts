interface Choosable {
  id: string
  offers: readonly { inStock: number }[]
}

/** The variant asked for; else the first that somebody sells; else the first. */
export function chooseVariant<V extends Choosable>(variants: readonly V[], asked?: string): V | undefined {
  return (
    variants.find(({ id }) => id === asked) ??
    variants.find(({ offers }) => offers.some(({ inStock }) => inStock > 0)) ??
    variants[0]
  )
}
