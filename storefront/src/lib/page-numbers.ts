/** Numbers to offer around the present page; null stands for a gap. First and last are always there. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const wanted = new Set([1, pages, page - 1, page, page + 1])
  const numbers = [...wanted].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b)
  return numbers.flatMap((one, index) => {
    const before = numbers[index - 1] ?? 0
    if (one - before === 2) return [one - 1, one]
    return one - before > 2 ? [null, one] : [one]
  })
}
