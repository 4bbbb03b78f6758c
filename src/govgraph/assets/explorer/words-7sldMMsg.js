govgraph.define("words-7sldMMsg.js",(require,exports,module)=>{const e=require("./wording-BCllym0z.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
