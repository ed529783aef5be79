import { useTranslation } from "react-i18next"
import { TextField } from "../../ui/Fields"
import type { StepProps } from "./ProductStep"

export function BudgetStep({ draft, change, problems }: StepProps) {
  const { t } = useTranslation()
  const error = (field: string): string | undefined => {
    const problem = problems[field]
    return (
      problem && (problem === "budget" || problem === "dates" ? t(`brand.problem_${problem}`) : t(`forms.${problem}`))
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={t("brand.name")}
        hint={t("brand.nameHint")}
        value={draft.name}
        error={error("name")}
        onChange={(e) => change({ name: e.target.value })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("brand.daily")}
          inputMode="decimal"
          hint={t("brand.dailyHint")}
          value={draft.daily}
          error={error("daily")}
          onChange={(e) => change({ daily: e.target.value })}
        />
        <TextField
          label={t("brand.lifetimeField")}
          inputMode="decimal"
          hint={t("brand.lifetimeHint")}
          value={draft.lifetime}
          error={error("lifetime")}
          onChange={(e) => change({ lifetime: e.target.value })}
        />
        <TextField
          type="date"
          label={t("brand.starts")}
          optional={t("common.optional")}
          hint={t("brand.startsHint")}
          value={draft.starts}
          error={error("starts")}
          onChange={(e) => change({ starts: e.target.value })}
        />
        <TextField
          type="date"
          label={t("brand.ends")}
          optional={t("common.optional")}
          value={draft.ends}
          error={error("ends")}
          onChange={(e) => change({ ends: e.target.value })}
        />
      </div>
    </div>
  )
}
