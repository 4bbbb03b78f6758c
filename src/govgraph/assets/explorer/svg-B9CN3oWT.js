govgraph.define("svg-B9CN3oWT.js",(require,exports,module)=>{function e(e,t={},...n){let r=document.createElementNS(`http://www.w3.org/2000/svg`,e);for(let[e,n]of Object.entries(t))r.setAttribute(e,String(n));return r.append(...n),r}Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return e}});
});
