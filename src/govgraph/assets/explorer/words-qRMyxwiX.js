govgraph.define("words-qRMyxwiX.js",(require,exports,module)=>{const e=require("./wording-BjmdYlNG.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
