let kept: Promise<void> | undefined;

/** Whether the page is kept for work without a network: settled when all its files are. None where it is not to be kept. */
export function keeping(): Promise<void> | undefined {
  return kept;
}

/** Begins to keep the page, once all else is loaded: nobody waits for it. */
export function keep(script: string): void {
  kept = register(script);
  // Who asks is told; nobody has to.
  kept.catch(() => undefined);
}

async function register(script: string): Promise<void> {
  const { serviceWorker } = navigator as Partial<Navigator>;
  if (!serviceWorker) throw new Error("this browser has no service workers");
  if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  await serviceWorker.register(script);
  const { active } = await serviceWorker.ready;
  if (!active || active.state === "activated") return;
  await new Promise<void>((done) => {
    active.addEventListener("statechange", () => {
      if (active.state === "activated") done();
    });
  });
}
