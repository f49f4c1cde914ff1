/** Fails with the complaints themselves, a screenful at most, where a diff of two lists would hide them. */
export function expectNone(complaints: readonly string[]): void {
  if (complaints.length === 0) return;
  const first = complaints.slice(0, 15).join("\n");
  throw new Error(`${complaints.length} complaint${complaints.length === 1 ? "" : "s"}:\n${first}`);
}
