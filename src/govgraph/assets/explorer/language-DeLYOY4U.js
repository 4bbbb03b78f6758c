govgraph.define("language-DeLYOY4U.js",(require,exports,module)=>{var e=()=>navigator.language.toLowerCase().startsWith(`de`)?`de`:`en`;Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return e}});
});
