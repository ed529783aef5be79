import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { loadConfig } from "./api/config"
import { App } from "./app/App"
import { startTheme } from "./app/theme"
import "./i18n"
import "./styles.css"

startTheme()
void loadConfig().then(() => {
  const root = document.getElementById("root")
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
})
