import type { Name, Reference } from "../atlas/bibliography.ts";
import { fullFamily } from "../atlas/labels.ts";
import { address, review } from "../layouts/own.ts";
import { site } from "../layouts/site.ts";
import { scriptJson } from "../widgets/json.ts";

/** The review for search engines; `<` is written as an escape, so that no title can end the element. */
export function scholarlyArticle(cited: readonly Reference[], root: URL): string {
  const article = {
    "@context": "https://schema.org",
    "@type": "ScholarlyArticle",
    "@id": address(review.path, root),
    url: address("/", root),
    headline: site.title,
    name: review.title,
    description: site.description,
    author: { "@type": "Organization", name: site.author },
    publisher: { "@type": "Organization", name: site.name },
    datePublished: site.date,
    version: site.version,
    inLanguage: "en",
    isAccessibleForFree: true,
    license: site.license,
    image: address("/social/review.jpg", root),
    isBasedOn: site.source.url,
    citation: cited.map(work),
  };
  return scriptJson(article);
}

function work({ title, authors, year, doiUrl, url, venue }: Reference) {
  return {
    "@type": "CreativeWork",
    name: title,
    author: authors.map(person),
    ...(year && { datePublished: String(year) }),
    ...(venue && { isPartOf: venue }),
    url: doiUrl ?? url,
  };
}

const person = (name: Name) =>
  name.given === ""
    ? { "@type": "Organization", name: fullFamily(name) }
    : { "@type": "Person", name: `${name.given} ${fullFamily(name)}` };
