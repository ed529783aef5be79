import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"

interface Step {
  step: string
  code: string
  params: readonly { name: string; value: string }[]
  score: number | null
}

export function ExplainSteps({ steps, summary, open }: { steps: readonly Step[]; summary: string; open?: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  /** The server says what happened as a code with values; the words are ours. */
  const effect = ({ code, params }: Step): string => {
    const values = Object.fromEntries(params.map(({ name, value }) => [name, value]))
    const fields = (values.fields ?? "").split(", ").filter(Boolean)
    return t(`effects.${code}` as "effects.HELD", {
      ...values,
      fields: fields
        .map((field) => t(`indexFields.${field}` as "indexFields.title", { defaultValue: field }))
        .join(", "),
      type: format.language === "fr" ? (values.typeFr ?? values.type) : values.type,
      defaultValue: code,
    })
  }
  if (steps.length === 0) return null
  return (
    <details open={open} className="ml-9 mt-1 text-xs">
      <summary className="text-ui-fg-interactive w-fit cursor-pointer py-1">{summary}</summary>
      <table className="mt-1 w-full">
        <tbody>
          {steps.map((step, index) => (
            <tr key={index} className="align-top">
              <th scope="row" className="text-ui-fg-subtle py-0.5 pr-3 text-left font-medium">
                {t(`steps.${step.step}` as "steps.word", { defaultValue: step.step })}
              </th>
              <td className="break-words py-0.5 pr-3">{effect(step)}</td>
              <td className="tabular py-0.5 text-right">{step.score === null ? "" : format.number(step.score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
