import { Button } from "@medusajs/ui"
import type { PointerEvent } from "react"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { TextField } from "../../../ui/Fields"

/** A signature drawn by finger or mouse, or the name typed by who cannot draw. */
export function SignaturePad({ set }: { set: (signature: string) => void }) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef(false)
  const [typed, setTyped] = useState(false)
  const at = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect()
    const { width, height } = event.currentTarget
    return [((event.clientX - box.left) * width) / box.width, ((event.clientY - box.top) * height) / box.height]
  }
  const start = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = event.currentTarget.getContext("2d")
    if (!pen) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drawing.current = true
    pen.lineWidth = 3
    pen.lineCap = "round"
    pen.strokeStyle = "#1f1c17"
    pen.beginPath()
    pen.moveTo(...at(event))
  }
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = event.currentTarget.getContext("2d")
    if (!drawing.current || !pen) return
    pen.lineTo(...at(event))
    pen.stroke()
  }
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!drawing.current) return
    drawing.current = false
    set(event.currentTarget.toDataURL("image/png"))
  }
  const clear = (): void => {
    const area = canvas.current
    area?.getContext("2d")?.clearRect(0, 0, area.width, area.height)
    set("")
  }
  const swap = (): void => {
    clear()
    setTyped(!typed)
  }
  return (
    <div className="flex flex-col gap-2">
      {typed ? (
        <TextField label={t("desk.signName")} onChange={(event) => set(event.target.value.trim())} />
      ) : (
        <canvas
          ref={canvas}
          width={900}
          height={240}
          role="img"
          aria-label={t("desk.signHere")}
          className="h-40 w-full touch-none rounded-lg border-2 border-dashed border-[color:var(--g-line-control)] bg-white"
          onPointerDown={start}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
        />
      )}
      <div className="flex gap-2">
        {!typed && (
          <Button variant="secondary" onClick={clear}>
            {t("desk.signClear")}
          </Button>
        )}
        <Button variant="transparent" onClick={swap}>
          {t(typed ? "desk.signDraw" : "desk.signType")}
        </Button>
      </div>
    </div>
  )
}
