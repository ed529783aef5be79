interface Selectable {
  id: string
  options: readonly { name: string; value: string }[]
  offers: readonly { inStock: number }[]
}

export interface OptionChoice<V> {
  name: string
  values: { value: string; variant: V; chosen: boolean; available: boolean }[]
}

const SIZES = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL"]

/**
 * One row of choices an option. Each value leads to the variant that changes only this option; where that does not
 * exist, to one that has the value, sold ones first.
 */
export function variantChoices<V extends Selectable>(variants: readonly V[], chosen: V): OptionChoice<V>[] {
  return chosen.options.map(({ name, value: current }) => {
    const values = [...new Set(variants.flatMap((variant) => valueOf(variant, name) ?? []))].sort(bySize)
    return {
      name,
      values: values.flatMap((value) => {
        const variant = target(variants, chosen, name, value)
        return variant ? [{ value, variant, chosen: value === current, available: isSold(variant) }] : []
      }),
    }
  })
}

function target<V extends Selectable>(variants: readonly V[], chosen: V, name: string, value: string): V | undefined {
  const having = variants.filter((variant) => valueOf(variant, name) === value)
  const others = chosen.options.filter((option) => option.name !== name)
  const exact = having.find((variant) => others.every((option) => valueOf(variant, option.name) === option.value))
  return exact ?? having.find(isSold) ?? having[0]
}

const valueOf = (variant: Selectable, name: string) => variant.options.find((option) => option.name === name)?.value
const isSold = (variant: Selectable) => variant.offers.some(({ inStock }) => inStock > 0)

/** Sizes from small to large; anything else keeps the order in which it came. */
function bySize(a: string, b: string): number {
  const [left, right] = [SIZES.indexOf(a.toUpperCase()), SIZES.indexOf(b.toUpperCase())]
  return left >= 0 && right >= 0 ? left - right : 0
}
