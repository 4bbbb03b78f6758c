govgraph.define("words-DvAcZONA.js",(require,exports,module)=>{const e=require("./wording-BuOIX8-5.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
