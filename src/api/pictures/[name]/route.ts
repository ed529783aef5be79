import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { draw, pictureOfName, placeholder } from "../../../pictures/draw"

/** The drawn pictures of the demonstration, and `placeholder.svg` for whatever has none. */
export function GET(request: MedusaRequest, response: MedusaResponse): void {
  const name = request.params.name ?? ""
  const picture = pictureOfName(name)
  const isPlaceholder = name === "placeholder.svg"
  if (!picture && !isPlaceholder) {
    response.status(404).type("text/plain").send("There is no such picture.")
    return
  }
  response
    .set("cache-control", "public, max-age=604800")
    // The faces are other origins.
    .set("cross-origin-resource-policy", "cross-origin")
    .set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
    .type("image/svg+xml")
    .send(picture ? draw(picture) : placeholder())
}
