// Builds each folder of src/ that holds a main.ts or an index.html into src/govgraph/assets/NAME.
//   main.ts     one script (and one style sheet) that a page file can hold in itself: NAME.js, NAME.css
//   index.html  an application of several files with digests in their names
// Beside them stand the licences of what was bundled, and sources.json with the digest of what they were built from,
// by which a test notices scripts that were not built again.
// Usage: node build.mjs [NAME…]
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "src");
const assets = join(here, "..", "src", "govgraph", "assets");
const COMMON = ["shared"];
// Bundles that take scripts of another one.
const USES = { explorer: ["charts"] };
// What a package has in itself ready-made, so that Vite does not see it.
const WITHIN = { "@zazuko/yasqe": ["codemirror", "decode-uri-component", "dompurify", "events", "filter-obj", "lodash-es", "query-string", "split-on-first", "store", "strict-uri-encode"] };

function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function digest(name) {
  const read = [...files(join(sources, name)), ...[...(USES[name] ?? []), ...COMMON].flatMap((one) => files(join(sources, one)))];
  read.push(join(here, "build.mjs"), join(here, "package-lock.json"), join(here, "tsconfig.json"));
  const names = read.map((file) => [relative(here, file).split(sep).join("/"), file]);
  names.sort(([one], [other]) => (one < other ? -1 : 1));
  const sum = createHash("sha256");
  for (const [known, file] of names) {
    sum.update(`${known}\0`);
    sum.update(readFileSync(file));
    sum.update("\0");
  }
  return sum.digest("hex");
}

// Adds the licences of what lies within a package to the list that names the package.
function completeLicences(file) {
  const text = readFileSync(file, "utf8");
  const found = Object.entries(WITHIN).flatMap(([outer, inner]) => (text.includes(`## ${outer} `) ? inner : []));
  const parts = found.map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const own = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    return `\n## ${name} - ${version} (${license})\n\n${own ? readFileSync(join(folder, own), "utf8").trim() : ""}\n`;
  });
  if (parts.length) writeFileSync(file, text.trimEnd() + "\n" + parts.join(""));
}

function settings(name, out) {
  const common = { outDir: out, emptyOutDir: false, target: "es2022", sourcemap: false, license: { fileName: "licenses.md" } };
  if (existsSync(join(sources, name, "index.html")))
    return { root: join(sources, name), base: "./", build: { ...common, assetsDir: "." } };
  const library = { entry: join(sources, name, "main.ts"), name: "govgraph", formats: ["iife"], fileName: () => `${name}.js` };
  return {
    root: join(sources, name),
    define: { "process.env.NODE_ENV": '"production"' },
    build: { ...common, lib: { ...library, cssFileName: name }, assetsInlineLimit: Infinity },
  };
}

const asked = process.argv.slice(2);
const known = readdirSync(sources).filter((name) => ["main.ts", "index.html"].some((file) => existsSync(join(sources, name, file))));
for (const name of asked.length ? asked : known.sort()) {
  const out = join(assets, name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({ configFile: false, logLevel: "warn", publicDir: false, ...settings(name, out) });
  completeLicences(join(out, "licenses.md"));
  writeFileSync(join(out, "sources.json"), `${JSON.stringify({ sha256: digest(name) })}\n`);
}
