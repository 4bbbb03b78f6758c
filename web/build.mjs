// Builds each folder of src/ that holds a main.ts into src/govgraph/assets/NAME.
//   main.ts alone          one script (and one style sheet) that a page file can hold in itself: NAME.js, NAME.css
//   with an index.html     an application of several files with digests in their names, brought together by src/NAME/loader.js
// Beside them stand the licences of what was bundled, and sources.json with the digest of what they were built from,
// by which a test notices scripts that were not built again.
// Usage: node build.mjs [NAME…]
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, minifySync } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "src");
const assets = join(here, "..", "src", "govgraph", "assets");
const COMMON = ["shared"];
// Bundles that take scripts of another one.
const USES = { explorer: ["charts", "engine"] };
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

// Scripts of an application are classic ones, since pages from disk may load no modules: each tells the loader what it is
// called and what it does, and the loader, which knows what each needs, brings it when it is asked for.
const LATE = /Promise\.resolve\(\)\.then\(\(\)=>(?:[\w$]+\()?require\("\.\/([^"]+)"\)\)?\)/g;

function classic(name) {
  return {
    name: "classic",
    generateBundle(_, bundle) {
      const scripts = Object.values(bundle).filter((one) => one.type === "chunk");
      const styles = (one) => [...(one.viteMetadata?.importedCss ?? [])];
      for (const one of scripts) {
        const code = one.code.trim().replace(LATE, 'require.late("./$1")');
        if (/\bimport\(/.test(code)) throw new Error(`${one.fileName} loads scripts in a way that is not known here`);
        one.code = `govgraph.define("${one.fileName}",(require,exports,module)=>{${code}\n});\n`;
      }
      const needs = Object.fromEntries(scripts.map((one) => [one.fileName, { scripts: one.imports, styles: styles(one) }]));
      const entry = scripts.find((one) => one.isEntry);
      const filled = readFileSync(join(sources, name, "loader.js"), "utf8").replace("{ /* needs */ }", JSON.stringify(needs)).replace('"/* entry */"', JSON.stringify(entry.fileName));
      const source = `${minifySync("loader.js", filled).code}\n`;
      const loader = `loader-${createHash("sha256").update(source).digest("hex").slice(0, 8)}.js`;
      const first = [loader, ...all(entry.fileName, needs)].map((file) => `<script defer src="./${name}/${file}"></script>`);
      const head = [...styles(entry).map((file) => `<link rel="stylesheet" href="./${name}/${file}">`), ...first].join("\n    ");
      const page = readFileSync(join(sources, name, "index.html"), "utf8").replace("<!-- files -->", head);
      this.emitFile({ type: "asset", fileName: loader, source });
      this.emitFile({ type: "asset", fileName: "index.html", source: page });
    },
  };
}

// A script and what it needs, what is needed first.
function all(file, needs, known = new Set()) {
  for (const one of needs[file].scripts) if (!known.has(one)) all(one, needs, known);
  return known.add(file);
}

// The page gives the worker its WebAssembly: it is a file of its own, and not looked for beside the script.
const apart = {
  name: "apart",
  transform: (code, id) => (id.includes("/oxigraph/web.js") ? code.replace("new URL('web_bg.wasm', import.meta.url)", "undefined") : undefined),
};

function withEngine(out) {
  const folder = join(here, "node_modules", "oxigraph");
  writeFileSync(join(out, "oxigraph.wasm.gz"), gzipSync(readFileSync(join(folder, "web_bg.wasm")), { level: 9 }));
  // the package names its licences and holds the text of none
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const text = readFileSync(join(here, "licenses", "oxigraph.txt"), "utf8");
  writeFileSync(join(out, "licenses.md"), `# Licenses\n\n## oxigraph - ${version} (MIT, or Apache-2.0)\n\n${text}`);
}

function settings(name, out) {
  const common = { outDir: out, emptyOutDir: false, target: "es2022", sourcemap: false, license: { fileName: "licenses.md" } };
  if (existsSync(join(sources, name, "index.html"))) {
    const named = { entryFileNames: "[name]-[hash].js", chunkFileNames: "[name]-[hash].js", assetFileNames: "[name]-[hash][extname]" };
    // that of what Vite adds for modules, of which there are none
    const onwarn = (warning, warn) => (warning.code === "EMPTY_IMPORT_META" ? undefined : warn(warning));
    const output = { format: "cjs", dynamicImportInCjs: false, ...named };
    return {
      root: join(sources, name),
      base: "./",
      define: { "process.env.NODE_ENV": '"production"' },
      plugins: [classic(name)],
      build: { ...common, assetsDir: ".", modulePreload: false, chunkSizeWarningLimit: 600, rollupOptions: { input: join(sources, name, "main.ts"), output, onwarn } },
    };
  }
  const library = { entry: join(sources, name, "main.ts"), name: "govgraph", formats: ["iife"], fileName: () => `${name}.js` };
  return {
    root: join(sources, name),
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [apart],
    build: { ...common, lib: { ...library, cssFileName: name }, assetsInlineLimit: Infinity },
  };
}

const asked = process.argv.slice(2);
const known = readdirSync(sources).filter((name) => existsSync(join(sources, name, "main.ts")));
for (const name of asked.length ? asked : known.sort()) {
  const out = join(assets, name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({ configFile: false, logLevel: "warn", publicDir: false, ...settings(name, out) });
  if (name === "engine") withEngine(out);
  completeLicences(join(out, "licenses.md"));
  writeFileSync(join(out, "sources.json"), `${JSON.stringify({ sha256: digest(name) })}\n`);
}
