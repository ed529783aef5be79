import { toString } from "qrcode"
import { useEffect, useState } from "react"

const SIZE = 96

export function QrCode({ value }: { value: string }) {
  const [source, setSource] = useState("")
  useEffect(() => {
    let current = true
    void toString(value, { type: "svg", margin: 1, errorCorrectionLevel: "M" }).then((svg) => {
      if (current) setSource(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`)
    })
    return () => {
      current = false
    }
  }, [value])
  return (
    <span className="shrink-0" style={{ width: SIZE, height: SIZE }}>
      {source && <img src={source} alt={value} width={SIZE} height={SIZE} />}
    </span>
  )
}
