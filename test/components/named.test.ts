import { expect, test } from "vitest";
import { sentenceId } from "../../src/components/named.ts";

test("sentenceId() names the first sentence of a claim on a page, and no later one; another page begins anew", () => {
  const [one, other] = [new Request("https://example.org/a/"), new Request("https://example.org/b/")];
  expect(sentenceId(one, "x")).toBe("claim-x");
  expect(sentenceId(one, "x")).toBeUndefined();
  expect(sentenceId(one, "y")).toBe("claim-y");
  expect(sentenceId(other, "x")).toBe("claim-x");
});
