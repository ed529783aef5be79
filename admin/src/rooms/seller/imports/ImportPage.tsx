import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useRoom } from "../../../api/room"
import { BackLink } from "../../../ui/BackLink"
import { Page } from "../../../ui/Page"
import { Steps } from "../../../ui/Steps"
import { FileStep } from "./FileStep"
import { MappingStep } from "./MappingStep"
import { RunPanel } from "./RunPanel"

/** Of a seller's offers, or of the retailer's articles: file, meaning of its columns, result: the place lives in the address, so that a reload loses nothing. */
export function ImportPage() {
  const { t } = useTranslation()
  const isOperator = useRoom() === "OPERATOR"
  const [address, setAddress] = useSearchParams()
  const upload = address.get("file") ?? ""
  const run = address.get("run") ?? ""
  const step = run ? 2 : upload ? 1 : 0
  const go = (next: number): void => {
    if (next === 0) setAddress({})
    else if (next === 1 && upload) setAddress({ file: upload })
  }
  return (
    <>
      <BackLink to={isOperator ? "/operator/imports" : "/seller/imports"}>{t("nav.imports")}</BackLink>
      <Page
        title={t(isOperator ? "articleImports.newTitle" : "imports.newTitle")}
        lead={t(isOperator ? "articleImports.newLead" : "imports.newLead")}
      >
        <Steps
          names={[t("imports.stepFile"), t("imports.stepColumns"), t("imports.stepResult")]}
          current={step}
          go={go}
        />
        {step === 0 && <FileStep done={(file) => setAddress({ file })} />}
        {step === 1 && <MappingStep uploadId={upload} started={(id) => setAddress({ file: upload, run: id })} />}
        {step === 2 && <RunPanel id={run} onStart={upload ? () => go(1) : undefined} />}
      </Page>
    </>
  )
}
