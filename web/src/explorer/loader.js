// Brings the scripts and style sheets of the explorer together. Scripts are classic ones, so that they run from disk and
// within one file too: each names itself to `govgraph.define`, and runs when it is first required.
(() => {
  const NEEDS = { /* needs */ };
  const ENTRY = "/* entry */";
  const folder = document.currentScript.src;
  const [defined, made, coming] = [{}, {}, {}];

  const require = (path) => {
    const name = path.replace("./", "");
    if (!made[name]) {
      const module = (made[name] = { exports: {} });
      defined[name](require, module.exports, module);
    }
    return made[name].exports;
  };

  const added = (name, element) =>
    (coming[name] ??= new Promise((resolve, reject) => {
      element.addEventListener("load", resolve);
      element.addEventListener("error", () => {
        delete coming[name];
        element.remove();
        reject(new Error(name));
      });
      document.head.append(element);
    }));

  const style = (name) => {
    // within one file it is there, but for no medium yet
    const held = document.querySelector(`[data-style="${name}"]`);
    if (held) return void held.removeAttribute("media");
    if ([...document.styleSheets].some((one) => one.href?.endsWith(`/${name}`))) return undefined;
    return added(name, Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL(name, folder).href }));
  };

  const script = (name) => (defined[name] ? undefined : added(name, Object.assign(document.createElement("script"), { src: new URL(name, folder).href })));

  const needed = (name, known = new Set()) => {
    known.add(name);
    for (const one of NEEDS[name].scripts) if (!known.has(one)) needed(one, known);
    return known;
  };

  require.late = async (path) => {
    const name = path.replace("./", "");
    const scripts = [...needed(name)];
    await Promise.all([...scripts.map(script), ...scripts.flatMap((one) => NEEDS[one].styles).map(style)]);
    return require(name);
  };

  // documents of a written site that come before who reads them (written.ts)
  const kept = [];
  globalThis.govgraph = { define: (name, does) => (defined[name] = does), kept, tell: (documents) => kept.push(documents) };
  document.addEventListener("DOMContentLoaded", () => require.late(ENTRY));
})();
