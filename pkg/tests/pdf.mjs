/**
 * A PDF of so many pages.
 * @param {number} pages
 * @returns {Buffer}
 */
export function pdfOf(pages) {
  const numbers = Array.from({ length: pages }, (_, n) => n + 4);
  const text = "BT /F 10 Tf 60 700 Td (The supplier holds public liability insurance of 5 million pounds.) Tj ET\n".repeat(40);
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${numbers.map((n) => `${n} 0 R`).join(" ")}]/Count ${pages}/MediaBox[0 0 595 842]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>`,
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    ...numbers.map(() => "<</Type/Page/Parent 2 0 R/Contents 3 0 R>>"),
  ];
  return Buffer.from(`%PDF-1.7\n${objects.map((object, n) => `${n + 1} 0 obj${object}endobj\n`).join("")}trailer<</Root 1 0 R>>\n%%EOF`);
}

/**
 * A PDF that shows a string, as hexadecimal digits, in a font that names its map and does not hold it.
 * @param {string} encoding
 * @param {string} ordering
 * @param {string} shown
 * @returns {Buffer}
 */
export function pdfInFont(encoding, ordering, shown) {
  const text = `BT /F 10 Tf 60 700 Td <${shown}> Tj ET`;
  const system = `/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>`;
  const font = `<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/${encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/X${system}>>]>>`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[4 0 R]/Count 1/MediaBox[0 0 595 842]/Resources<</Font<</F ${font}>>>>>>`,
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    "<</Type/Page/Parent 2 0 R/Contents 3 0 R>>",
  ];
  return Buffer.from(`%PDF-1.7\n${objects.map((object, n) => `${n + 1} 0 obj${object}endobj\n`).join("")}trailer<</Root 1 0 R>>\n%%EOF`);
}
