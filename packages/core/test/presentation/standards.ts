import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import draft04 from "ajv-draft-04";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import { corpus } from "../corpora.ts";
import { judgeBy, type Judge } from "./schema-faults.ts";
import { vocabularyFaults, type Vocabulary } from "./vocabulary-faults.ts";

// Each format has a judge by what its own standard has published.

const schemas = corpus("schemas");
const ninjs = corpus("formats/newsinjson");

/** Whether there is anything to judge by. */
export const standardsAreHere: boolean = schemas !== undefined && ninjs !== undefined;

/** Atom, by its RELAX NG schema (RFC 4287, appendix B). */
export function atomJudge(): Judge {
  const schema = readFileSync(join(schemas ?? "", "atom.rng"));
  const validator = RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(schema));
  return (xml) => {
    const document = XmlDocument.fromString(String(xml));
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      return [String(error)];
    } finally {
      document.dispose();
    }
  };
}

/** JSON Feed 1.1, by the schema of SchemaStore. */
export function jsonFeedJudge(): Judge {
  const read = (name: string): object => readJson(join(schemas ?? "", name));
  const validator = new draft04.default({ strict: false, allErrors: true }).addSchema(
    read("json-feed-1.schema.json"),
    "https://json.schemastore.org/feed-1.json",
  );
  return judgeBy(read("json-feed-1.1.schema.json"), validator);
}

/** ninjs 3.1, by the IPTC's schema. */
export function ninjsJudge(): Judge {
  // Places on a map: we write none, and the schema of GeoJSON is not at hand.
  const validator = new Ajv2020({ strict: false, allErrors: true }).addSchema(
    {},
    "https://geojson.org/schema/GeoJSON.json",
  );
  return judgeBy(readJson(join(ninjs ?? "", "specification/ninjs-schema_3.1.json")), validator);
}

/** The records of the IPTC's own suites that are right, or wrong, by name. */
export function ninjsSuite(kind: "should_pass" | "should_fail"): readonly [string, object][] {
  return ["3.0", "3.1"].flatMap((version) => {
    const folder = join(ninjs ?? "", "validation/test_suite", version, kind);
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name): [string, object] => [name, readJson(join(folder, name))]);
  });
}

/** JSON-LD, by the vocabulary of schema.org. */
export function jsonLdJudge(): Judge {
  const vocabulary = readJson(join(schemas ?? "", "schemaorg.jsonld")) as Vocabulary;
  return (thing) => vocabularyFaults(thing, vocabulary);
}

function readJson(path: string): object {
  return JSON.parse(readFileSync(path, "utf8")) as object;
}
