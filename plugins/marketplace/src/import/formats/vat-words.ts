import type { VatClass } from "../../vat/vat-classes"

/** Words of feeds for a class of French VAT, lower case. */
export const VAT_WORDS: Readonly<Record<string, VatClass>> = Object.fromEntries(
  (
    [
      ["normal", ["normal", "normale", "standard", "20", "20,0", "20.0", "20,00", "20.00", "0.2", "0,2"]],
      [
        "intermediate",
        ["intermediate", "intermédiaire", "intermediaire", "10", "10,0", "10.0", "10,00", "10.00", "0.1"],
      ],
      ["reduced", ["reduced", "réduit", "reduit", "réduite", "5,5", "5.5", "5,50", "5.50", "0.055"]],
      [
        "super_reduced",
        ["super_reduced", "super-réduit", "super réduit", "super reduit", "2,1", "2.1", "2,10", "2.10", "0.021"],
      ],
    ] as const
  ).flatMap(([name, words]) =>
    words.flatMap((word) => [word, `${word}%`, `${word} %`].map((spelling): [string, VatClass] => [spelling, name])),
  ),
)
