import { type Shape, standing } from "../shape"

const wheel = (x: number, y: number, colours: readonly [string, string]) =>
  `<circle cx="${x}" cy="${y}" r="34" fill="${colours[0]}"/><circle cx="${x}" cy="${y}" r="13" fill="${colours[1]}"/>`

export const train: Shape = ({ body, base, shade, accent }) =>
  standing(150, 342) +
  `<rect x="58" y="206" width="286" height="88" rx="18" fill="${body}"/><rect x="218" y="112" width="118" height="140" rx="14" fill="${shade}"/>` +
  `<rect x="242" y="138" width="70" height="56" rx="8" fill="#fffdf6"/><rect x="94" y="140" width="42" height="72" rx="8" fill="${accent}"/>` +
  `<circle cx="104" cy="100" r="22" fill="#fff" opacity=".8"/><circle cx="140" cy="70" r="16" fill="#fff" opacity=".6"/>` +
  [110, 200, 290].map((x) => wheel(x, 304, [accent, base])).join("")

export const blocks: Shape = ({ body, shade, accent }) =>
  standing(140) +
  `<rect x="70" y="226" width="112" height="112" rx="12" fill="${body}"/><rect x="210" y="226" width="112" height="112" rx="12" fill="${accent}"/>` +
  `<path d="M232 312l34-62 34 62z" fill="${shade}"/><circle cx="126" cy="282" r="30" fill="${accent}"/>` +
  `<g transform="rotate(-6 200 164)"><rect x="142" y="106" width="112" height="112" rx="12" fill="${shade}"/><rect x="170" y="134" width="56" height="56" rx="6" fill="${accent}"/></g>`

export const puzzle: Shape = ({ body, shade, accent }) =>
  `<path d="M76 96h98q-14-44 26-44t26 44h98v98q44-14 44 26t-44 26v98H76z" fill="#000" opacity=".08" transform="translate(6 10)"/>` +
  `<path d="M76 96h98q-14-44 26-44t26 44h98v98q44-14 44 26t-44 26v98H76z" fill="${body}"/>` +
  `<path d="M76 220h72q-12 30 20 30t20-30h136M200 96v66q-30-12-30 18t30 20v144" fill="none" stroke="${shade}" stroke-width="6"/><circle cx="262" cy="150" r="20" fill="${accent}"/>`

export const bear: Shape = ({ body, base, shade, accent }) =>
  standing(110, 350) +
  `<circle cx="132" cy="84" r="34" fill="${shade}"/><circle cx="268" cy="84" r="34" fill="${shade}"/>` +
  `<ellipse cx="200" cy="270" rx="92" ry="82" fill="${body}"/><circle cx="110" cy="250" r="34" fill="${base}"/><circle cx="290" cy="250" r="34" fill="${base}"/>` +
  `<circle cx="138" cy="330" r="34" fill="${shade}"/><circle cx="262" cy="330" r="34" fill="${shade}"/><circle cx="200" cy="134" r="92" fill="${base}"/>` +
  `<ellipse cx="200" cy="164" rx="42" ry="32" fill="${accent}"/><circle cx="166" cy="120" r="9" fill="#2b2b2b"/><circle cx="234" cy="120" r="9" fill="#2b2b2b"/>` +
  `<path d="M190 150h20l-10 12zM200 162v10q-14 12-22 2M200 172q14 12 22 2" fill="#2b2b2b" stroke="#2b2b2b" stroke-width="3" fill-rule="evenodd" fill-opacity=".9" stroke-linecap="round"/>`

export const spinningtop: Shape = ({ body, shade, accent }) =>
  standing(60, 352) +
  `<g transform="rotate(10 200 220)"><rect x="190" y="54" width="20" height="84" rx="10" fill="${shade}"/>` +
  `<path d="M80 176q0-46 120-46t120 46q-10 80-120 172Q90 256 80 176z" fill="${body}"/>` +
  `<path d="M80 176q120 48 240 0-2 18-10 34-110 42-220 0-8-16-10-34z" fill="${accent}"/></g>`

export const kite: Shape = ({ body, base, shade, accent }) =>
  `<path d="M212 252q-40 40-10 70t-20 66" fill="none" stroke="${shade}" stroke-width="5"/>` +
  `<path d="M216 40l96 110-100 102-92-116z" fill="${body}"/><path d="M216 40l-4 212-92-116z" fill="${shade}" opacity=".45"/>` +
  `<path d="M120 136l192 14" stroke="${accent}" stroke-width="5"/><path d="M190 300l24 8-14 20zM206 340l22 4-12 18z" fill="${accent}"/><circle cx="214" cy="144" r="12" fill="${base}"/>`

export const boat: Shape = ({ body, shade, accent }) =>
  `<path d="M20 318q30-18 60 0t60 0 60 0 60 0 60 0 60 0v60H20z" fill="${shade}" opacity=".25"/>` +
  `<path d="M70 258h260l-44 64H116z" fill="${shade}"/><rect x="192" y="64" width="10" height="196" fill="${accent}"/>` +
  `<path d="M210 76q96 70 94 172h-94z" fill="${body}"/><path d="M184 110v138H92q20-88 92-138z" fill="${accent}" opacity=".9"/>`
