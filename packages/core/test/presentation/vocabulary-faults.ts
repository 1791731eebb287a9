/** The vocabulary file of schema.org (https://schema.org/docs/developers.html), as far as it is read here. */
export type Vocabulary = { readonly "@graph": readonly VocabularyTerm[] };

type Reference = { readonly "@id": string };
type VocabularyTerm = Reference & {
  readonly "rdfs:subClassOf"?: Reference | readonly Reference[];
  readonly "schema:domainIncludes"?: Reference | readonly Reference[];
  readonly "schema:rangeIncludes"?: Reference | readonly Reference[];
};

/** What a thing says that the vocabulary does not know, or knows otherwise: a sentence for each. */
export function vocabularyFaults(thing: unknown, vocabulary: Vocabulary): string[] {
  const terms = new Map(vocabulary["@graph"].map((term) => [term["@id"], term]));
  const root = thing as Record<string, unknown>;
  const isOfSchemaOrg = root["@context"] === "https://schema.org";
  return [...(isOfSchemaOrg ? [] : ["no @context"]), ...thingFaults(root, terms)];
}

type Terms = ReadonlyMap<string, VocabularyTerm>;

function thingFaults(thing: Record<string, unknown>, terms: Terms): string[] {
  const type = String(thing["@type"]);
  if (!terms.has(`schema:${type}`)) return [`${type} is no type`];
  const types = ancestors(`schema:${type}`, terms);
  return Object.entries(thing).flatMap(([name, value]) => {
    if (name.startsWith("@")) return [];
    const property = terms.get(`schema:${name}`);
    if (property === undefined) return [`${name} is no property`];
    const domains = identifiers(property["schema:domainIncludes"]);
    if (!domains.some((domain) => types.has(domain))) return [`${type} has no ${name}`];
    const ranges = identifiers(property["schema:rangeIncludes"]);
    return [value].flat().flatMap((each) => {
      if (!ranges.some((range) => isOf(each, range, terms)))
        return [`${name}: ${JSON.stringify(each)}`];
      return typeof each === "object" ? thingFaults(each as Record<string, unknown>, terms) : [];
    });
  });
}

function isOf(value: unknown, range: string, terms: Terms): boolean {
  switch (range) {
    case "schema:Text":
      return typeof value === "string";
    case "schema:URL":
      return typeof value === "string" && URL.canParse(value);
    case "schema:Integer":
    case "schema:Number":
      return typeof value === "number";
    case "schema:Date":
    case "schema:DateTime":
      return typeof value === "string" && /^\d{4}(-\d\d(-\d\d(T[\d:.]+Z)?)?)?$/.test(value);
    case "schema:Duration":
      return typeof value === "string" && /^PT\d+M$/.test(value);
    default:
      return (
        typeof value === "object" &&
        ancestors(`schema:${String((value as Record<string, unknown>)["@type"])}`, terms).has(range)
      );
  }
}

function ancestors(id: string, terms: Terms, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const parent of identifiers(terms.get(id)?.["rdfs:subClassOf"]))
    ancestors(parent, terms, found);
  return found;
}

function identifiers(references: Reference | readonly Reference[] | undefined): readonly string[] {
  return references === undefined ? [] : [references].flat().map((each) => each["@id"]);
}
