// The picture of the atlas was drawn before this; now it learns what is known about its nodes and edges.
"use strict";
window.govgraphAtlas.attach(window.govgraph);
