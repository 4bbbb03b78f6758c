govgraph.define("words-BKVAlTyC.js",(require,exports,module)=>{const e=require("./wording-BC-h0kNn.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
