// What `npm start` (tui) and `npm run serve` (api) run: builds what is out of date, then becomes the program.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const launchers = { tui: "./tui/bin/broadsheet.js", api: "./api/bin/broadsheet-api.js" };
const [app, ...programArguments] = process.argv.slice(2);

if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `Broadsheet needs Node 24 or newer (\`npm ci\` brings it on Linux); this is Node ${process.versions.node}.\n`,
  );
  process.exit(1);
}
endWithParent();
await build(`@broadsheet/${app}...`);

// The folders in the arguments are meant from where the user stood; npm has moved to the top of the project.
process.chdir(process.env.INIT_CWD ?? ".");
process.env.BROADSHEET_FOLDER ??= pathTo("../packages/sample/articles");
process.argv = [process.execPath, pathTo(launchers[app]), ...programArguments];
await import(launchers[app]);

function pathTo(file) {
  return fileURLToPath(new URL(file, import.meta.url));
}

/** npm that is killed outright (SIGKILL) cannot tell us; then our parent changes. */
function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

/** Silent when all goes well, since the program's standard output may be read by another program. */
async function build(filter) {
  const turbo = spawn(
    pathTo("../node_modules/.bin/turbo"),
    ["run", "build", `--filter=${filter}`],
    {
      cwd: pathTo(".."),
      // A process group of its own, so that ending it ends the compilers too.
      detached: true,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const stop = (signal) => {
    if (turbo.pid) process.kill(-turbo.pid, "SIGTERM");
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.once(signal, stop);

  const output = [];
  for (const stream of [turbo.stdout, turbo.stderr])
    stream.on("data", (chunk) => output.push(chunk));
  const patience = setTimeout(() => process.stderr.write("Building Broadsheet…\n"), 1000);
  const code = await new Promise((resolve, reject) =>
    turbo.on("error", reject).on("close", resolve),
  );
  clearTimeout(patience);
  for (const signal of signals) process.off(signal, stop);

  if (code === 0) return;
  process.stderr.write(Buffer.concat(output));
  process.exit(1);
}
