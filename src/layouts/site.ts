import { description, version } from "../../package.json" with { type: "json" };

/** What the site says about itself, once. */
export const site = {
  name: "Loss Map",
  title: "Loss functions for segmentation when the foreground is a sliver of the frame",
  description,
  author: "Loss Map contributors",
  license: "https://creativecommons.org/licenses/by/4.0/",
  /** Address of the public repository, where there is one: LOSSMAP_REPOSITORY of the build. */
  repository: process.env["LOSSMAP_REPOSITORY"],
  version,
  date: "2026-11-24",
  source: {
    key: "earthscan2024review",
    url: "https://earthscan.io/insights/loss-functions-imbalanced-segmentation-meta-review",
  },
} as const;
