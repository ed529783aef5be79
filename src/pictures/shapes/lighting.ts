import { type Shape, standing } from "../shape"

const glow = (path: string) => `<path d="${path}" fill="#ffe9a8" opacity=".55"/>`

export const tablelamp: Shape = ({ body, shade, accent }) =>
  glow("M96 186h208l46 120H50z") +
  standing(80) +
  `<rect x="192" y="180" width="16" height="100" fill="${accent}"/>` +
  `<path d="M150 336q-10-64 50-68 60 4 50 68z" fill="${shade}"/>` +
  `<path d="M142 66h116l46 122H96z" fill="${body}"/><path d="M258 66l46 122h-34L238 66z" fill="${shade}" opacity=".5"/>`

export const desklamp: Shape = ({ body, base, shade, accent }) =>
  glow("M54 204l96 12 60 124H20z") +
  standing(110) +
  `<path d="M252 320L292 190 176 108" fill="none" stroke="${shade}" stroke-width="14" stroke-linecap="round" stroke-linejoin="round"/>` +
  `<circle cx="292" cy="190" r="14" fill="${accent}"/><rect x="190" y="316" width="130" height="24" rx="10" fill="${base}"/>` +
  `<path d="M176 72q36 20 30 58l-56 92-100-30q10-110 126-120z" fill="${body}"/><path d="M50 192l100 30-10 16-96-28z" fill="${accent}"/>`

export const floorlamp: Shape = ({ body, shade, accent }) =>
  glow("M110 138h180l60 170H50z") +
  standing(92, 362) +
  `<path d="M200 130v220M200 250l-56 106M200 250l56 106" stroke="${accent === "#fbf1dc" ? shade : accent}" stroke-width="10" stroke-linecap="round"/>` +
  `<path d="M146 34h108l40 106H106z" fill="${body}"/><path d="M254 34l40 106h-30L236 34z" fill="${shade}" opacity=".5"/>`

export const pendant: Shape = ({ body, shade, accent }) =>
  glow("M84 226h232l50 150H34z") +
  `<path d="M200 0v100" stroke="${shade}" stroke-width="6"/><rect x="182" y="88" width="36" height="34" rx="8" fill="${accent}"/>` +
  `<path d="M182 118h36q92 14 106 110H76q14-96 106-110z" fill="${body}"/><ellipse cx="200" cy="228" rx="124" ry="18" fill="${shade}"/>` +
  `<circle cx="200" cy="234" r="26" fill="#fff3cf"/>`

export const lantern: Shape = ({ body, shade, accent }) =>
  standing(86) +
  `<path d="M160 92q0-46 40-46t40 46" fill="none" stroke="${shade}" stroke-width="9"/>` +
  `<path d="M130 92h140l18 30H112z" fill="${shade}"/><rect x="122" y="122" width="156" height="190" rx="8" fill="#ffe9a8"/>` +
  `<path d="M200 178q34 44 0 76-34-32 0-76z" fill="#f2a03d"/>` +
  `<path d="M122 122h16v190h-16zM262 122h16v190h-16zM193 122h14v50h-14zM193 262h14v50h-14z" fill="${body}"/>` +
  `<rect x="108" y="308" width="184" height="28" rx="8" fill="${shade}"/><circle cx="200" cy="106" r="7" fill="${accent}"/>`

export const globe: Shape = ({ body, base, shade }) =>
  `<circle cx="200" cy="186" r="150" fill="#ffe9a8" opacity=".45"/>` +
  standing(84) +
  `<circle cx="200" cy="180" r="104" fill="#fff6dd"/><path d="M120 150q14-44 60-54" fill="none" stroke="#fff" stroke-width="12" stroke-linecap="round"/>` +
  `<path d="M142 266q58 40 116 0l18 58q2 16-18 16H142q-20 0-18-16z" fill="${body}"/><path d="M142 266q58 40 116 0l6 18q-64 40-128 0z" fill="${shade}"/>` +
  `<circle cx="200" cy="318" r="8" fill="${base}"/>`

export const garland: Shape = ({ body, base, shade, accent }) =>
  `<path d="M0 110q100 120 200 60t200 20" fill="none" stroke="${shade}" stroke-width="6"/>` +
  [
    [50, 158],
    [120, 196],
    [196, 176],
    [270, 160],
    [346, 180],
  ]
    .map(
      ([x, y], index) =>
        `<circle cx="${x}" cy="${(y ?? 0) + 52}" r="52" fill="#ffe9a8" opacity=".4"/><circle cx="${x}" cy="${(y ?? 0) + 52}" r="34" fill="${[body, accent, base][index % 3]}"/>` +
        `<path d="M${x} ${y}v18" stroke="${shade}" stroke-width="5"/>`,
    )
    .join("")
