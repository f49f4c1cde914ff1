/**
 * Runs in the built page of the lab: its own Run button, all ten rows, redraws and all, while a reader keeps choosing by
 * what the curves are judged. An answer lasts from the choice to the frame that shows it.
 */
export async function underHand(): Promise<{ run: number; longestPause: number; slowestAnswer: number }> {
  const part = <T extends HTMLElement>(selector: string) => document.querySelector<T>(`#lab ${selector}`)!;
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  part("[data-run]").focus();
  await until(() => part("live-figure[data-awake]") !== null);

  let longestPause = 0;
  let last = performance.now();
  const pulse = setInterval(() => {
    const now = performance.now();
    longestPause = Math.max(longestPause, now - last);
    last = now;
  }, 5);

  const choices = [...document.querySelectorAll<HTMLInputElement>("#lab input[data-control=measure]")];
  let slowestAnswer = 0;
  let turn = 0;
  const hand = setInterval(() => {
    const chosen = performance.now();
    choices[++turn % choices.length]!.click();
    requestAnimationFrame(() => {
      // A message is handled after the frame was painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        slowestAnswer = Math.max(slowestAnswer, performance.now() - chosen);
        port1.close();
      };
      port2.postMessage(0);
    });
  }, 150);

  const start = performance.now();
  part("[data-run]").click();
  await until(() => /^\d+ trained/.test(part("[data-status]").textContent ?? ""));
  const run = performance.now() - start;
  clearInterval(pulse);
  clearInterval(hand);
  return { run, longestPause, slowestAnswer };
}
