#!/usr/bin/env node
// Plain JavaScript that old versions of Node can read too, so that they can say what is wrong.
import module from "module";

if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `broadsheet needs Node 24 or newer; this is Node ${process.versions.node}.\n`,
  );
  process.exit(1);
}
module.enableCompileCache();
void import("../dist/main.js");
