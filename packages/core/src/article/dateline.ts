import { fold } from "../text/fold.ts";
import { trimSpace } from "../text/clean-text.ts";
import { monthNamed } from "./month-names.ts";

const capital = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`;
const place = String.raw`${capital}(?: (?:${capital}|de|da|of|la|le|el)){0,4}`;
const day = String.raw`(?:le )?(?:(?<number>\d{1,2})(?:er|st|nd|rd|th)? (?<month>\p{L}+)\.?|(?<name>\p{L}+)\.?,? \d{1,2}(?:st|nd|rd|th)?)`;
const agency = String.raw`(?<agency>\p{Lu}[\p{L} /.-]{1,30})`;

/** `PHNOM PENH, Nov 25 — `, `SIEM REAP, Cambodia (AKP) – `, `PORTLAND, Ore. — March 21, 2011 — `. */
const western = new RegExp(
  String.raw`^(?<place>${place})(?:, (?<region>${place}))??(?:,? ${day}(?:,? \d{4})?)?(?: ?\(${agency}\))?(?<dash>\s?[—–]\s?| --? )(?=\S)`,
  "u",
);
const dayAfterDash = new RegExp(String.raw`^${day}(?:,? \d{4})?\s?[—–-]\s?(?=\S)`, "u");

/** Cambodia's capital and provinces, as Khmer newspapers begin their reports. */
const khmerPlace =
  "(?:រាជធានី|ខេត្ត|ក្រុង)?(?:ភ្នំពេញ|សៀមរាប|បាត់ដំបង|ព្រះសីហនុ|កំពត|កែប|តាកែវ|កណ្តាល|កណ្ដាល|កំពង់ចាម|កំពង់ឆ្នាំង|កំពង់ស្ពឺ|កំពង់ធំ|ក្រចេះ|មណ្ឌលគិរី|មណ្ឌលគីរី|រតនគិរី|រតនគីរី|រតនៈគិរី|ស្ទឹងត្រែង|ព្រះវិហារ|ឧត្តរមានជ័យ|ឧត្ដរមានជ័យ|បន្ទាយមានជ័យ|ប៉ៃលិន|ពោធិ៍សាត់|កោះកុង|ព្រៃវែង|ស្វាយរៀង|ត្បូងឃ្មុំ)";
const khmer = new RegExp(
  String.raw`^[\u200b ]*(?<dateline>\(?${khmerPlace}\)?)[\u200b ]*(?:៖|[ៈ:](?=\s))`,
  "u",
);

/** `【プノンペン共同】`, `【プノンペン＝田中一郎】`: labels such as `【速報】` have neither. */
const japanese =
  /^【(?<dateline>[^【】]{1,20}(?:＝[^【】＝]{1,20}|共同|時事|ＡＦＰ|AFP|ロイター|ＡＰ|AP))】/u;

/** `Dara Meas (CEO) – ` is a person; an agency makes a place of a name that is not in capitals. */
const agencies =
  /^(?:AFP|AP|UPI|DPA|dpa|EFE|EPA|ANSA|TASS|AKP|VNA|Reuters|REUTERS|Xinhua|XINHUA|Kyodo|KYODO|Yonhap|Bernama|Antara|ANTARA|PTI|ANI)(?:\/.*)?$/;

/** A dateline is shorter, and nothing beyond is looked at. */
const maxLength = 120;

/** Words in capitals before a dash that are no places. */
const labels =
  /^(?:NOTE|NB|UPDATE[DS]?|BREAKING|CORRECTION|WARNING|IMPORTANT|EXCLUSIVE|ANALYSIS|OPINION|WATCH|VIDEO|PHOTOS?|LIVE|EDITOR|EDITORIAL|QUESTION|ANSWER|READ|SEE|TIP|TODO|NEW|PART|STEP|CHAPTER)\b/;

/**
 * Where, and often when and by whom, a report was sent, as it stands before the first sentence:
 * `PHNOM PENH, Nov 25`. Undefined unless it is certain: a place with a day, an agency or a country, one of
 * two words in capitals before a dash, a Cambodian province before ៖, or a Japanese agency's brackets.
 */
export function datelineOf(paragraph: string): string | undefined {
  const start = paragraph.slice(0, maxLength);
  const eastern =
    khmer.exec(start.replaceAll("\u200b", ""))?.groups ?? japanese.exec(start)?.groups;
  if (eastern !== undefined) return eastern["dateline"]?.replace(/^\(|\)$/g, "");
  const found = western.exec(start);
  if (found?.groups === undefined) return undefined;
  const { agency: sender, dash = "", place: city = "", region } = found.groups;
  if (labels.test(city)) return undefined;
  const isCapitals = city === city.toUpperCase() && /\p{Lu}{2}/u.test(city);
  const before = trimSpace(found[0].slice(0, found[0].length - dash.length));
  if (hasDay(found.groups)) return isCapitals || dash !== " - " ? before : undefined;
  if (!isCapitals) return isAgency(sender) ? before : undefined;
  const rest = start.slice(found[0].length);
  const after = dayAfterDash.exec(rest);
  if (after?.groups !== undefined && hasDay(after.groups)) {
    return trimSpace(start.slice(0, found[0].length + after[0].length)).replace(/\s?[—–-]$/u, "");
  }
  const isPlace = sender !== undefined || region !== undefined || city.includes(" ");
  return isPlace && (dash !== " - " || isAgency(sender)) && /^[\p{Lu}“"«[]/u.test(rest)
    ? before
    : undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function hasDay({ month, name }: Groups): boolean {
  const written = month ?? name;
  return written !== undefined && monthNamed(fold(written)) !== undefined;
}

function isAgency(sender: string | undefined): boolean {
  return sender !== undefined && agencies.test(sender);
}
