govgraph.define("words-RT10uiul.js",(require,exports,module)=>{const e=require("./wording-CleqVwl9.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
