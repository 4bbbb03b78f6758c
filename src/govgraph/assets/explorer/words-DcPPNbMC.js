govgraph.define("words-DcPPNbMC.js",(require,exports,module)=>{const e=require("./wording-B257_Wne.js");function t(t){return(n,r={})=>e.r(t[e.i][n],r)}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return t}});
});
