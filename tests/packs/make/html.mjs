// A notice as the web page that a person prints. It knows the blocks that notices have.

/** The page's HTML. */
export function html(document) {
  const margin = (text) => JSON.stringify(text).replaceAll('{page}', '" counter(page) "').replaceAll('{pages}', '" counter(pages) "');
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${escaped(document.title)}</title>
<style>
  @page { size: A4; margin: 18mm 15mm; @top-left { content: ${margin(document.header)}; font: 8pt sans-serif }
    @bottom-left { content: ${margin(document.footer)}; font: 8pt sans-serif } }
  body { font: 11pt/1.4 "Liberation Sans", sans-serif } h1 { font-size: 22pt } h2 { font-size: 16pt } h3 { font-size: 12pt }
  h2, h3 { break-after: avoid; margin: 1em 0 0.3em } p { margin: 0 0 0.4em }
</style>
<h1>${escaped(document.title)}</h1>
${document.body.map((block) => blocks[block.kind](block)).join('\n')}
</html>`;
}

const blocks = {
  heading: ({ text, level }) => `<h${level + 1}>${escaped(text)}</h${level + 1}>`,
  paragraph: ({ text }) => `<p>${escaped(text)}</p>`,
  bullets: ({ texts }) => `<ul>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`,
  field: ({ name, values }) => `<h3>${escaped(name)}</h3>${values.map((value) => `<p>${escaped(value)}</p>`).join('')}`,
};

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
