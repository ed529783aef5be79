import type { Letter, MailLocale } from "./letter"

export interface MailFrame {
  readonly locale: MailLocale
  /** The house that writes; printed above and below. */
  readonly house: string
  /** Legal name and address, printed small (a business letter names its sender). */
  readonly imprint: string
}

export interface RenderedMail {
  readonly subject: string
  readonly html: string
  readonly text: string
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c] ?? c)

/** A header field is one line, whoever wrote the subject. */
const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, " ").trim()

const LINK = /^https?:\/\//

/** One column of 600 px at most, styles inline, no picture and nothing that tells whether it was opened. */
export function renderMail(letter: Letter, frame: MailFrame): RenderedMail {
  const subject = oneLine(letter.subject)
  const action = letter.action && LINK.test(letter.action.url) ? letter.action : undefined
  return {
    subject,
    html: html({ ...letter, subject, action }, frame),
    text: text({ ...letter, subject, action }, frame),
  }
}

function text({ subject, paragraphs, facts = [], action }: Letter, { house, imprint }: MailFrame): string {
  const parts = [
    subject,
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join("\n"),
    action ? `${action.label}:\n${action.url}` : "",
    `-- \n${house}\n${imprint}`,
  ]
  return `${parts.filter(Boolean).join("\n\n")}\n`
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

function html({ subject, paragraphs, facts = [], action }: Letter, { locale, house, imprint }: MailFrame): string {
  const rows = facts
    .map(
      ([label, value]) =>
        `<tr><th scope="row" style="text-align:left;font-weight:400;color:#575046;padding:6px 16px 6px 0;vertical-align:top">${escape(label)}</th><td style="padding:6px 0;text-align:right;overflow-wrap:anywhere">${escape(value)}</td></tr>`,
    )
    .join("")
  const body = [
    `<h1 style="font-size:22px;line-height:30px;margin:0 0 16px">${escape(subject)}</h1>`,
    ...paragraphs.map((p) => `<p style="margin:0 0 16px">${escape(p).replace(/\n/g, "<br>")}</p>`),
    rows && `<table style="width:100%;border-collapse:collapse;margin:0 0 20px">${rows}</table>`,
    action &&
      `<p style="margin:8px 0 20px"><a href="${escape(action.url)}" style="display:inline-block;background:#0f5a4b;color:#ffffff;text-decoration:none;font-weight:600;padding:14px 22px;border-radius:8px">${escape(action.label)}</a></p>`,
  ]
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escape(subject)}</title>
</head>
<body style="margin:0;background:#faf8f4;color:#1f1c17;${FONT};font-size:16px;line-height:25px">
<div role="article" style="max-width:600px;margin:0 auto;padding:20px 14px">
<p style="margin:0 0 14px;font-weight:700;color:#0f5a4b">${escape(house)}</p>
<div style="background:#ffffff;border:1px solid #e4ded3;border-radius:12px;padding:24px 20px">
${body.filter(Boolean).join("\n")}
</div>
<p style="margin:16px 4px;color:#6e665b;font-size:13px;line-height:19px">${escape(imprint).replace(/\n/g, "<br>")}</p>
</div>
</body>
</html>
`
}
