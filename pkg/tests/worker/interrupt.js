// Files of certain names make a reader hang or trap, as a hostile file would.
addEventListener("message", (event) => {
  const { id, call } = event.data;
  if (call.op !== "read" && call.op !== "open") return;
  if (call.name.startsWith("hang")) for (;;);
  if (call.name.startsWith("trap")) {
    event.stopImmediatePropagation();
    postMessage({ id, error: "panicked at reader.rs:1:1:\na trap", spent: true });
  }
});
