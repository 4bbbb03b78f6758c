import "./style.css";
import { data } from "./core";
import { openMap } from "./map";
import { openTimeline } from "./timeline";

// What tests and scripts of a reader may ask.
export const view = data.kind === "timeline" ? openTimeline(data) : openMap(data);
export const ready = true;
