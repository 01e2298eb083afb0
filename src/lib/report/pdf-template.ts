/**
 * How a report looks as a PDF, in the language of Typst. It holds no words of its own: everything comes as data and is
 * set as text, so that no sign in it is ever read as a command.
 */
export const pdfTemplate = String.raw`
#let data = json(bytes(sys.inputs.data))
#let ink = (text: rgb("#1C2326"), soft: rgb("#4E5A60"), accent: rgb("#0B5A63"), wash: rgb("#DDEDEE"),
  line: rgb("#D9D5CA"), sunken: rgb("#F3F1EA"), control: rgb("#7C858A"), alarm: rgb("#A3341F"))
#let sans = ("Source Sans 3",)
#let serif = ("Source Serif 4", "Source Sans 3")
#let at = data.madeAt

#set document(title: data.title, description: data.subtitle, author: "Wijkstem",
  date: datetime(year: at.at(0), month: at.at(1), day: at.at(2), hour: at.at(3), minute: at.at(4), second: at.at(5)))
#set text(font: sans, size: 10pt, fill: ink.text, lang: data.language, region: data.region, fallback: false)
#set par(leading: 0.55em, spacing: 0.75em, justify: false)
#set page(paper: "a4", flipped: not data.isUpright, margin: (x: 15mm, top: 17mm, bottom: 17mm),
  header: context if data.watermark != none and counter(page).get().first() > 1 {
    text(size: 8.5pt, weight: "bold", fill: ink.alarm, data.watermark)
  },
  footer: context text(size: 8pt, fill: ink.soft,
    data.footer + " " + data.page + " " + str(counter(page).get().first()) + " " + data.of + " " +
    str(counter(page).final().first())))

#show title: set text(font: serif, size: 22pt)
#show title: set block(below: 7pt)
#show heading: set text(font: serif)
#show heading: set block(above: 1.1em, below: 0.6em, sticky: true)
#show heading.where(level: 1): set text(size: 14.5pt, fill: ink.accent)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 11pt, fill: ink.accent)
#show heading.where(level: 4): set text(font: sans, size: 10pt)
#show heading.where(level: 5): set text(font: sans, size: 10pt, style: "italic")
#show figure: set block(breakable: true, above: 0.9em, below: 0.9em)
#show figure: set align(left)
#show figure.caption: set text(size: 8.5pt, fill: ink.soft)
#set figure.caption(position: top)
#show figure.caption: set block(sticky: true)
#set figure(supplement: none, numbering: none, gap: 0.45em)
#set list(marker: [•], indent: 0.2em, spacing: 0.5em)
#set enum(spacing: 0.5em)

#let looks = (
  normal: body => body,
  strong: body => strong(body),
  small: body => text(size: 0.88em, fill: ink.soft, body),
  quote: body => text(font: serif, body),
  proposal: body => text(style: "italic", fill: ink.soft, body),
)
#let marked(marks, body) = {
  let set-in = if "italic" in marks { emph(body) } else { body }
  if "bold" in marks { strong(set-in) } else { set-in }
}
#let inlines(runs) = for run in runs {
  if run.kind == "break" { linebreak() } else { marked(run.marks, run.text) }
}
#let rich(blocks) = for block in blocks {
  if block.kind == "heading" { heading(level: block.level, inlines(block.content)) }
  else if block.kind == "paragraph" { par(inlines(block.content)) }
  else if block.ordered { enum(..block.items.map(rich)) }
  else { list(..block.items.map(rich)) }
}
// Words beside a number are not broken off where columns have room for them, so that they can be found.
#let cell-of(lines, whole: false) = if lines.len() == 0 { [–] } else {
  lines.map(line => {
    let said = (looks.at(line.look))(line.text)
    if whole and line.text.match(regex("^[0-9]")) != none { text(hyphenate: false, said) } else { said }
  }).join(linebreak())
}
#let table-of(block) = figure(kind: table, caption: block.caption, {
  set text(size: 8.5pt, hyphenate: true)
  set par(leading: 0.45em)
  table(
    columns: block.columns.map(column => column.width * 1fr),
    stroke: (x, y) => (bottom: 0.5pt + ink.line),
    fill: (x, y) => if y == 0 { ink.wash },
    inset: (x: 3.5pt, y: 3pt),
    table.header(repeat: true, ..block.columns.map(column => strong(column.label))),
    ..block.rows.map(row => row.map(lines => cell-of(lines, whole: block.columns.len() <= 6))).flatten(),
  )
})
#let parts = (
  heading: part => heading(level: part.level, part.text),
  paragraph: part => par((looks.at(part.line.look))(part.line.text)),
  list: part => list(..part.items),
  rich: part => rich(part.text),
  quote: part => quote(block: true, text(font: serif, "‘" + part.text + "’ ") + text(size: 0.88em, fill: ink.soft, "[" + part.reference + "]")),
  box: part => block(width: 100%, fill: ink.sunken, stroke: (left: 2.5pt + ink.accent), inset: (left: 8pt, rest: 5pt),
    part.lines.map(line => par(line)).join()),
  chart: part => figure(kind: image, caption: part.caption, image(bytes(part.svg), format: "svg", width: part.width * 0.75pt, alt: part.description)),
  table: part => table-of(part),
)
#show quote.where(block: true): body => block(inset: (left: 8pt), stroke: (left: 1.5pt + ink.control), above: 0.7em, below: 0.8em, body.body)

#title()
#par(text(size: 11.5pt, fill: ink.soft, data.subtitle))
#if data.watermark != none { par(text(weight: "bold", size: 9pt, fill: ink.alarm, data.watermark)) }
#for part in data.blocks { (parts.at(part.kind))(part) }
`;
