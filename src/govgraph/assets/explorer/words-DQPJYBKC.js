govgraph.define("words-DQPJYBKC.js",(require,exports,module)=>{const e=require("./wording-CpF4qisd.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
