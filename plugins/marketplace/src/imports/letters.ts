import type { Letters } from "../notifications/letter"
import type { RunRow } from "./import-rows"

type Finished = Pick<RunRow, "id" | "file" | "state" | "created" | "updated" | "unchanged" | "failed" | "proposed">

export function finishedLetter(run: Finished): Letters {
  const url = `/seller/imports?run=${run.id}`
  const figures = (words: readonly string[]): [string, string][] =>
    [run.created, run.updated, run.unchanged, run.proposed, run.failed].map((n, at) => [words[at]!, String(n)])
  const broke = run.state === "failed"
  return {
    fr: {
      subject: broke ? `L'import de ${run.file} a échoué` : `L'import de ${run.file} est terminé`,
      paragraphs: [
        run.failed > 0
          ? "Certaines lignes n'ont pas été reprises : le rapport dit lesquelles et pourquoi."
          : "Toutes les lignes ont été reprises.",
      ],
      facts: figures(["Créées", "Modifiées", "Inchangées", "Proposées au catalogue", "En erreur"]),
      action: { label: "Voir l'import", url },
    },
    en: {
      subject: broke ? `The import of ${run.file} failed` : `The import of ${run.file} is done`,
      paragraphs: [
        run.failed > 0 ? "Some lines were left out: the report says which and why." : "Every line was taken in.",
      ],
      facts: figures(["Created", "Updated", "Unchanged", "Proposed to the catalogue", "With errors"]),
      action: { label: "See the import", url },
    },
  }
}
