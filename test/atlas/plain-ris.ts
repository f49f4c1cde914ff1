/** RIS as its specification reads it: two-character tag, two spaces, hyphen, space, value; ER ends a record. */
export function parseRis(text: string): Map<string, string[]>[] {
  const records: Map<string, string[]>[] = [];
  let record = new Map<string, string[]>();
  for (const line of text.split("\r\n")) {
    if (line === "") continue;
    const match = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
    if (!match) throw new Error(`not a line of RIS: ${line}`);
    const [, tag = "", value = ""] = match;
    if (tag === "ER") {
      records.push(record);
      record = new Map();
    } else record.set(tag, [...(record.get(tag) ?? []), value]);
  }
  if (record.size > 0) throw new Error("the last record is not closed");
  return records;
}
