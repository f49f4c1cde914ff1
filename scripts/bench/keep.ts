import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";

/** The machine that measured, as far as a reader can make use of it. */
export function machine(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `Node ${process.versions.node}, ${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, ${memory}`;
}

/** With `--record` among the flags, keeps a result beside the command that made it. */
export function keep(section: string, flags: readonly string[], result: object): void {
  if (!flags.includes("--record")) return;
  const folder = join(import.meta.dirname, "../../records");
  mkdirSync(folder, { recursive: true });
  const record = {
    command: `npm run bench -- --${[section, ...flags].join(" ")}`,
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    // Above the number of cores, others were at work as well, and times are longer than they need be.
    loadAverage: Number(loadavg()[0]!.toFixed(1)),
    ...result,
  };
  writeFileSync(join(folder, `bench-${section}.json`), `${JSON.stringify(record, null, 2)}\n`);
  console.log(`wrote records/bench-${section}.json`);
}
