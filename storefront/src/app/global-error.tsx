"use client"

/** When even the frame of the page failed: both languages, no translations to load. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="fr">
      <body
        style={{ font: "18px/1.5 system-ui, sans-serif", margin: "10vh auto", maxWidth: "36rem", padding: "0 1rem" }}
      >
        <h1>La boutique ne répond pas</h1>
        <p>Rien n’est perdu, votre panier est gardé. Réessayez dans un instant.</p>
        <p lang="en">The shop does not answer. Nothing is lost and your basket is kept; try again in a moment.</p>
        <button type="button" onClick={reset} style={{ font: "inherit", padding: ".6rem 1.2rem" }}>
          Réessayer · <span lang="en">Try again</span>
        </button>
      </body>
    </html>
  )
}
