import type { Shape } from "../shape"

const seam = (path: string, colour: string) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="4" stroke-linecap="round"/>`

export const tee: Shape = ({ body, shade }) =>
  `<path d="M140 82l-76 42 30 64 36-16v150h140V172l36 16 30-64-76-42q-26 30-60 30t-60-30z" fill="${body}"/>` +
  `<path d="M140 82q26 34 60 34t60-34l-12-6q-18 24-48 24t-48-24z" fill="${shade}"/>` +
  seam("M130 172v-22M270 172v-22", shade)

export const sweater: Shape = ({ body, shade }) =>
  `<path d="M146 78l-66 34-34 178 44 12 34-120v138h152V182l34 120 44-12-34-178-66-34q-24 24-54 24t-54-24z" fill="${body}"/>` +
  `<path d="M146 78q24 30 54 30t54-30l-8-10q-18 16-46 16t-46-16z" fill="${shade}"/>` +
  `<path d="M124 302h152v22H124zM42 282l46 14-5 18-45-12zM358 282l-46 14 5 18 45-12z" fill="${shade}"/>`

export const raincoat: Shape = ({ body, shade, accent }) =>
  `<path d="M148 84l-64 38-30 158 44 10 26-88-14 132h180l-14-132 26 88 44-10-30-158-64-38q-24 16-52 16t-52-16z" fill="${body}"/>` +
  `<path d="M148 84q4-34 52-34t52 34q-24 24-52 24t-52-24z" fill="${shade}"/>` +
  seam("M200 108v226", shade) +
  [150, 195, 240, 285].map((y) => `<circle cx="212" cy="${y}" r="6" fill="${accent}"/>`).join("") +
  `<path d="M136 250h42v8h-42zM222 250h42v8h-42z" fill="${shade}"/>`

export const socks: Shape = ({ body, shade, accent }) =>
  [0, 96]
    .map(
      (x) =>
        `<g transform="translate(${x} ${x / 6})"><path d="M110 80h70v130l-4 34q40 18 44 46 0 24-26 24-60 0-84-40-6-14 0-34z" fill="${body}"/>` +
        `<path d="M106 72h78v34h-78z" fill="${shade}"/><path d="M178 296q32 0 40-20 6 38-24 38-12 0-22-2z" fill="${accent}"/></g>`,
    )
    .join("")

export const beanie: Shape = ({ body, shade, accent }) =>
  `<circle cx="200" cy="92" r="34" fill="${accent}"/>` +
  `<path d="M88 262q-8-160 112-164 120 4 112 164z" fill="${body}"/>` +
  `<rect x="74" y="250" width="252" height="66" rx="26" fill="${shade}"/>` +
  `<path d="M112 262v42M144 262v42M176 262v42M208 262v42M240 262v42M272 262v42" stroke="#fff" stroke-width="4" opacity=".2"/>`

export const scarf: Shape = ({ body, shade, accent }) =>
  `<path d="M118 100q82 60 164 0 34 44-4 82-78 40-156 0-38-38-4-82z" fill="${body}"/>` +
  `<path d="M150 178l70 14-12 140h-74z" fill="${body}"/><path d="M150 178l70 14-3 34q-40 4-70-14z" fill="${shade}"/>` +
  `<path d="M136 332v20M152 332v20M168 332v20M184 332v20M200 332v20" stroke="${accent}" stroke-width="6" stroke-linecap="round"/>`

export const tote: Shape = ({ body, shade, accent }) =>
  `<path d="M146 160q0-96 54-96t54 96" fill="none" stroke="${shade}" stroke-width="14"/>` +
  `<path d="M92 150h216l14 186H78z" fill="${body}"/><path d="M92 150h216l2 22H90z" fill="${shade}"/>` +
  `<circle cx="200" cy="250" r="38" fill="${accent}" opacity=".9"/>`
