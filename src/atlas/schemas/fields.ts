import { z } from "zod";

/** One kebab-case name: file, id, anchor and address at once. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "a kebab-case name expected, as in soft-count");
export const sentence = z.string().trim().min(1, "a sentence expected");
export const unit = z.number().min(0).max(1);
