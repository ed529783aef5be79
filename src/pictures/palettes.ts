/** The colours of one article: its body, the side away from the light, a second colour and the wall behind it. */
export interface Palette {
  readonly body: string
  readonly shade: string
  readonly accent: string
  readonly wall: string
  readonly fr: string
  readonly en: string
}

export const palettes = {
  ochre: { body: "#d9983f", shade: "#b97a28", accent: "#fbf1dc", wall: "#f6ead3", fr: "ocre", en: "ochre" },
  sage: { body: "#8fa98a", shade: "#6f8b6b", accent: "#f3f4e8", wall: "#e8efe3", fr: "sauge", en: "sage" },
  ink: { body: "#33415c", shade: "#232e44", accent: "#e9c46a", wall: "#e3e8f0", fr: "encre", en: "ink" },
  brick: { body: "#c2593f", shade: "#9d432d", accent: "#f7e3d4", wall: "#f6e2da", fr: "brique", en: "brick" },
  sand: { body: "#dcc7a1", shade: "#bfa67a", accent: "#7a5c3e", wall: "#f5efe3", fr: "sable", en: "sand" },
  sky: { body: "#7fb2d1", shade: "#5d93b5", accent: "#fdf6e3", wall: "#e2eff6", fr: "ciel", en: "sky" },
  plum: { body: "#7d4f73", shade: "#603a58", accent: "#f2d7e2", wall: "#f0e5ee", fr: "prune", en: "plum" },
  mustard: { body: "#e3b23c", shade: "#c0922a", accent: "#33415c", wall: "#faf0d4", fr: "moutarde", en: "mustard" },
  ecru: { body: "#f1e8d6", shade: "#d8cbb0", accent: "#a4583f", wall: "#e9e4da", fr: "écru", en: "ecru" },
  night: { body: "#22303c", shade: "#131c25", accent: "#f0b67f", wall: "#dfe5e8", fr: "nuit", en: "night" },
  rose: { body: "#e0919a", shade: "#c4727d", accent: "#fdf0ee", wall: "#fae7e7", fr: "rose", en: "rose" },
  forest: { body: "#3f6b57", shade: "#2d5142", accent: "#f2e3bc", wall: "#e1ece6", fr: "forêt", en: "forest" },
} as const satisfies Record<string, Palette>

export type PaletteName = keyof typeof palettes
