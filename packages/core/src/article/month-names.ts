/** Month names as they are compared (folded), January first: English, French, Spanish, German, Italian, Portuguese, Indonesian, Dutch, Khmer. */
const names: readonly string[] = [
  "january jan janvier janv enero ene januar gennaio janeiro januari មករា",
  "february feb fevrier fevr febrero februar febbraio fevereiro februari កុម្ភៈ កុម្ភះ",
  "march mar mars marzo marz maerz marco maret maart មីនា",
  "april apr avril avr abril abr aprile មេសា",
  "may mai mayo maggio maio mei ឧសភា",
  "june jun juin junio juni giugno junho មិថុនា",
  "july jul juillet juil julio juli luglio julho កក្កដា",
  "august aug aout agosto ago agustus augustus សីហា",
  "september sept sep septembre septiembre setiembre settembre setembro កញ្ញា",
  "october oct octobre octubre oktober okt ottobre outubro តុលា",
  "november nov novembre noviembre novembro វិច្ឆិកា",
  "december dec decembre diciembre dic dezember dez dicembre dezembro desember ធ្នូ",
];

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((all, index) => all.split(" ").map((name): [string, number] => [name, index + 1])),
);

/** The month that a folded name means, from 1; undefined when it means none. */
export function monthNamed(name: string): number | undefined {
  return months.get(name);
}
