import { type Shape, standing } from "../shape"

export const notebook: Shape = ({ body, shade, accent }) =>
  standing(116, 350) +
  `<rect x="112" y="58" width="196" height="290" rx="8" fill="#fffdf6"/><rect x="98" y="50" width="200" height="290" rx="12" fill="${body}"/>` +
  `<path d="M110 50h18v290h-18q-12 0-12-12V62q0-12 12-12z" fill="${shade}"/><rect x="158" y="100" width="104" height="56" rx="6" fill="${accent}"/>` +
  `<path d="M174 120h72M174 136h48" stroke="${shade}" stroke-width="5" stroke-linecap="round"/><path d="M266 50h10v290h-10z" fill="${accent}" opacity=".7"/>`

export const sketchbook: Shape = ({ body, shade, accent }) =>
  standing(140, 334) +
  `<rect x="64" y="92" width="272" height="238" rx="8" fill="#fffdf6"/><rect x="64" y="92" width="272" height="238" rx="8" fill="${body}"/>` +
  Array.from(
    { length: 11 },
    (_, i) => `<path d="M${84 + i * 23} 76v34" stroke="${shade}" stroke-width="7" stroke-linecap="round"/>`,
  ).join("") +
  `<path d="M108 280l60-84 44 54 30-34 54 64z" fill="${accent}"/><circle cx="262" cy="172" r="20" fill="${accent}"/>`

export const pencils: Shape = ({ base, shade, accent }) =>
  standing(100) +
  [
    [136, -8, "#c2593f"],
    [168, -3, "#e3b23c"],
    [200, 1, "#3f6b57"],
    [232, 5, "#5d93b5"],
    [262, 9, "#7d4f73"],
  ]
    .map(
      ([x, turn, colour]) =>
        `<g transform="rotate(${turn} ${x} 300)"><path d="M${Number(x) - 13} 110l13-44 13 44z" fill="#f3ddb8"/><path d="M${Number(x) - 5} 82l5-16 5 16z" fill="${colour}"/><rect x="${Number(x) - 13}" y="110" width="26" height="150" fill="${colour}"/></g>`,
    )
    .join("") +
  `<path d="M112 212h176l-14 126H126z" fill="${base}"/><path d="M112 212h176l-3 26H115z" fill="${shade}"/><circle cx="200" cy="288" r="18" fill="${accent}"/>`

export const pen: Shape = ({ body, shade, accent }) =>
  `<g transform="rotate(38 200 200)"><rect x="186" y="346" width="44" height="10" rx="5" fill="#000" opacity=".1"/>` +
  `<path d="M178 300h44l-16 62q-6 10-12 0z" fill="${accent}"/><path d="M197 322h6v42h-6z" fill="${shade}"/>` +
  `<rect x="176" y="150" width="48" height="152" fill="${body}"/><rect x="172" y="30" width="56" height="124" rx="20" fill="${shade}"/>` +
  `<rect x="222" y="44" width="10" height="86" rx="5" fill="${accent}"/><rect x="172" y="142" width="56" height="12" fill="${accent}"/></g>`

export const cards: Shape = ({ body, shade, accent }) =>
  `<g transform="rotate(-9 200 210)"><rect x="86" y="112" width="220" height="160" rx="8" fill="${shade}"/></g>` +
  `<g transform="rotate(5 200 210)"><rect x="92" y="120" width="224" height="164" rx="8" fill="#fffdf6"/><rect x="104" y="132" width="200" height="140" rx="6" fill="${body}"/>` +
  `<circle cx="204" cy="202" r="40" fill="${accent}"/><path d="M204 178v48M180 202h48" stroke="${shade}" stroke-width="6" stroke-linecap="round"/></g>`

export const washi: Shape = ({ body, base, shade, accent }) =>
  standing(140, 336) +
  [
    [128, 250, 76, body],
    [262, 262, 64, accent],
    [196, 150, 70, base],
  ]
    .map(
      ([x, y, r, fill]) =>
        `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/><circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${shade}" stroke-width="4"/><circle cx="${x}" cy="${y}" r="${Number(r) / 2}" fill="#fffdf6" stroke="${shade}" stroke-width="4"/>`,
    )
    .join("")
