/** Handle, French, English, and the picture that stands for it. */
type Category = readonly [handle: string, fr: string, en: string, image: string]

export const departments: readonly { readonly root: Category; readonly children: readonly Category[] }[] = [
  {
    root: ["vetements", "Vêtements", "Clothing", "sweater-brick-waves"],
    children: [
      ["tee-shirts", "T-shirts", "T-shirts", "tee-ink-stripes"],
      ["pulls", "Pulls", "Jumpers", "sweater-forest-leaves"],
      ["vestes", "Vestes & cirés", "Jackets & raincoats", "raincoat-mustard-plain"],
      ["accessoires", "Accessoires", "Accessories", "beanie-brick-stripes"],
    ],
  },
  {
    root: ["maison", "Maison & cuisine", "Home & kitchen", "teapot-sage-plain"],
    children: [
      ["mugs", "Mugs & tasses", "Mugs & cups", "mug-ochre-plain"],
      ["vaisselle", "Vaisselle", "Tableware", "bowl-rose-plain"],
      ["decoration", "Décoration", "Decoration", "vase-ink-plain"],
      ["linge-de-maison", "Linge de maison", "Home textiles", "cushion-brick-checks"],
    ],
  },
  {
    root: ["luminaires", "Luminaires", "Lighting", "pendant-forest-plain"],
    children: [
      ["lampes-de-table", "Lampes de table", "Table lamps", "tablelamp-ochre-plain"],
      ["lampes-de-bureau", "Lampes de bureau", "Desk lamps", "desklamp-ink-plain"],
      ["lampadaires", "Lampadaires", "Floor lamps", "floorlamp-sand-plain"],
      ["suspensions", "Suspensions", "Pendants", "pendant-brick-plain"],
      ["exterieur", "Extérieur", "Outdoor", "lantern-night-plain"],
    ],
  },
  {
    root: ["papeterie-jouets", "Papeterie & jouets", "Stationery & toys", "train-brick-plain"],
    children: [
      ["carnets", "Carnets", "Notebooks", "notebook-ink-plain"],
      ["ecriture", "Écriture", "Writing", "pencils-sand-plain"],
      ["carterie", "Carterie", "Cards & tape", "cards-mustard-plain"],
      ["jouets-en-bois", "Jouets en bois", "Wooden toys", "blocks-mustard-plain"],
      ["jeux", "Jeux & peluches", "Games & plush", "bear-ochre-plain"],
    ],
  },
]
