/** JSON as bytes: documents go from module to module so, without becoming texts of JavaScript on the way. */

const [OPEN, COMMA, CLOSE] = ["[", ",", "]"].map(encoded) as [Uint8Array, Uint8Array, Uint8Array];

/** A text as bytes. */
export function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes as the text that they are. */
export function textOf(json: Uint8Array): string {
  return new TextDecoder().decode(json);
}

/** The JSON of a list, from the JSON of what is in it. */
export function listOf(parts: readonly Uint8Array[]): Uint8Array {
  const list = new Uint8Array(parts.reduce((sum, part) => sum + part.length + COMMA.length, OPEN.length + CLOSE.length));
  let end = 0;
  const put = (bytes: Uint8Array): void => {
    list.set(bytes, end);
    end += bytes.length;
  };
  put(OPEN);
  parts.forEach((part, number) => {
    if (number > 0) put(COMMA);
    put(part);
  });
  put(CLOSE);
  return list.subarray(0, end);
}
