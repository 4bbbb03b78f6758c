govgraph.define("words-jsVyq2c7.js",(require,exports,module)=>{const e=require("./wording-BYHRhU2t.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
