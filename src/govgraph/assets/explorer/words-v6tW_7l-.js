govgraph.define("words-v6tW_7l-.js",(require,exports,module)=>{const e=require("./wording-DoS2oxle.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
