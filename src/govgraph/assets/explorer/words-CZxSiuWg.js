govgraph.define("words-CZxSiuWg.js",(require,exports,module)=>{const e=require("./wording-CdU6qUyo.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
