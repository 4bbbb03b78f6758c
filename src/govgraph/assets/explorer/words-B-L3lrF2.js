govgraph.define("words-B-L3lrF2.js",(require,exports,module)=>{const e=require("./wording-DW8PAjr2.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
