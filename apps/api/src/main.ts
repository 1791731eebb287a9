import { exitCodes, helpText } from "./flags.ts";
import { serve } from "./serve.ts";
import { parseCommand } from "./settings.ts";
import { version } from "./version.ts";

const command = parseCommand(process.argv.slice(2), process.env);
switch (command.type) {
  case "help":
    process.stdout.write(helpText());
    break;
  case "version":
    process.stdout.write(`${version}\n`);
    break;
  case "mistake":
    process.stderr.write(`broadsheet-api: ${command.sentence}\n`);
    process.exitCode = exitCodes.misused;
    break;
  case "serve":
    process.exitCode = await serve(command.settings);
}
