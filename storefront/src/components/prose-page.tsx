import type { ReactNode } from "react"

export interface ProseSection {
  title: string
  paragraphs: string[]
}

export function ProsePage(props: { title: string; lead: string; sections: ProseSection[]; children?: ReactNode }) {
  return (
    <div className="page-width narrow prose">
      <h1>{props.title}</h1>
      <p className="lead">{props.lead}</p>
      {props.sections.map(({ title, paragraphs }) => (
        <section key={title}>
          <h2>{title}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
      {props.children}
    </div>
  )
}
