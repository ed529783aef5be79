import { type Shape, standing } from "../shape"

export const mug: Shape = ({ body, shade, accent }) =>
  standing(110) +
  `<path d="M268 160h30q44 4 44 58t-46 60h-30v-30h22q24-2 24-30t-22-30h-22z" fill="${shade}"/>` +
  `<path d="M92 128h186v160q-2 48-46 50h-94q-44-2-46-50z" fill="${body}"/>` +
  `<ellipse cx="185" cy="128" rx="93" ry="20" fill="${shade}"/><ellipse cx="185" cy="130" rx="78" ry="14" fill="${accent}"/>` +
  `<path d="M108 170v110q0 20 10 32" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".35"/>`

export const espresso: Shape = ({ body, shade, accent }) =>
  standing(140) +
  `<ellipse cx="200" cy="326" rx="140" ry="18" fill="${accent}"/><ellipse cx="200" cy="320" rx="140" ry="16" fill="${shade}"/>` +
  `<path d="M264 206h22q34 4 34 38t-36 38h-22v-22h16q18-2 18-16t-16-16h-16z" fill="${shade}"/>` +
  `<path d="M128 186h144v70q-6 58-50 60h-44q-44-2-50-60z" fill="${body}"/>` +
  `<ellipse cx="200" cy="186" rx="72" ry="15" fill="${shade}"/><ellipse cx="200" cy="188" rx="60" ry="10" fill="#5b3a29"/>`

export const bowl: Shape = ({ body, shade, accent }) =>
  standing(90) +
  `<path d="M66 190h268q-6 118-98 142h-72q-92-24-98-142z" fill="${body}"/>` +
  `<ellipse cx="200" cy="190" rx="134" ry="26" fill="${shade}"/><ellipse cx="200" cy="193" rx="118" ry="19" fill="${accent}"/>` +
  `<path d="M90 226q12 58 50 82" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".35"/>`

export const plate: Shape = ({ body, base, shade, accent }) =>
  `<circle cx="206" cy="210" r="140" fill="#000" opacity=".1"/><circle cx="200" cy="200" r="140" fill="${shade}"/>` +
  `<circle cx="200" cy="200" r="134" fill="${body}"/><circle cx="200" cy="200" r="92" fill="${accent}"/>` +
  `<circle cx="200" cy="200" r="84" fill="${base}" opacity=".35"/>`

export const teapot: Shape = ({ body, shade, accent }) =>
  standing(120) +
  `<path d="M96 230q-52-6-62-74l28-8q14 44 54 44z" fill="${shade}"/>` +
  `<path d="M296 180q60-16 60 44 0 66-74 74v-24q46-6 46-48 0-28-34-20z" fill="${shade}"/>` +
  `<path d="M92 236q0-98 108-98t108 98q0 84-66 98h-84q-66-14-66-98z" fill="${body}"/>` +
  `<path d="M142 150q10-34 58-34t58 34q-58 22-116 0z" fill="${shade}"/><circle cx="200" cy="104" r="14" fill="${accent}"/>`

export const vase: Shape = ({ body, shade, accent }) =>
  standing(76) +
  `<path d="M196 120q-20-50-58-62M200 120q4-60 30-80M206 120q30-40 62-42" fill="none" stroke="#6f8b6b" stroke-width="6" stroke-linecap="round"/>` +
  `<circle cx="136" cy="56" r="18" fill="${accent}"/><circle cx="232" cy="40" r="20" fill="${accent}"/><circle cx="270" cy="76" r="16" fill="${accent}"/>` +
  `<path d="M168 112h64q-6 40 18 74 36 40 12 98-18 52-26 54h-72q-8-2-26-54-24-58 12-98 24-34 18-74z" fill="${body}"/>` +
  `<ellipse cx="200" cy="112" rx="32" ry="8" fill="${shade}"/>`

export const candle: Shape = ({ body, shade, accent }) =>
  standing(96) +
  `<path d="M200 82q26 32 0 54-26-22 0-54z" fill="#f2a03d"/><path d="M200 104q12 16 0 30-12-14 0-30z" fill="#fff3cf"/>` +
  `<path d="M200 132v30" stroke="#444" stroke-width="5"/>` +
  `<path d="M116 160h168v160q0 18-18 18H134q-18 0-18-18z" fill="${body}"/><ellipse cx="200" cy="160" rx="84" ry="16" fill="${shade}"/>` +
  `<rect x="148" y="216" width="104" height="72" rx="6" fill="${accent}"/><path d="M166 240h68M176 260h48" stroke="${shade}" stroke-width="6" stroke-linecap="round"/>`

export const cushion: Shape = ({ body, shade }) =>
  standing(130, 336) +
  `<path d="M74 104q126-30 252 0 30 110 0 226-126 22-252 0-30-116 0-226z" fill="${body}"/>` +
  `<path d="M74 104q126-30 252 0 30 110 0 226-126 22-252 0-30-116 0-226z" fill="none" stroke="${shade}" stroke-width="7"/>` +
  `<path d="M118 296q84 16 164 0" fill="none" stroke="${shade}" stroke-width="5" opacity=".6" stroke-linecap="round"/>`

export const blanket: Shape = ({ body, shade, accent }) =>
  standing(140) +
  [280, 222, 164]
    .map(
      (y) =>
        `<rect x="72" y="${y}" width="256" height="56" rx="26" fill="${body}"/><path d="M300 ${y}q28 0 28 28t-28 28q12-28 0-56z" fill="${shade}"/>`,
    )
    .join("") +
  `<path d="M72 196v22M88 200v22M104 204v22M72 254v22M88 258v22M104 262v22" stroke="${accent}" stroke-width="5" stroke-linecap="round"/>`

export const board: Shape = ({ body, shade, accent }) =>
  standing(60, 356) +
  `<path d="M176 44h48q14 0 14 16v44h44q28 0 28 30v180q0 34-34 34H124q-34 0-34-34V134q0-30 28-30h44V60q0-16 14-16z" fill="${body}"/>` +
  `<circle cx="200" cy="72" r="12" fill="${accent}"/><path d="M126 150q70 30 60 180M236 130q-10 90 34 170" fill="none" stroke="${shade}" stroke-width="5" opacity=".6"/>`
