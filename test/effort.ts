/** What the work gives, and how long this process was at work for it: what else runs here does not lengthen that. */
export function effortOf<T>(work: () => T): readonly [made: T, milliseconds: number] {
  const before = process.cpuUsage();
  const made = work();
  const { user, system } = process.cpuUsage(before);
  return [made, (user + system) / 1000];
}
