import "./style.css";
import { begin, data, type Data, type Messages } from "./core";
import { openMap } from "./map";
import { openTimeline } from "./timeline";

const read = <T>(id: string): T => JSON.parse(document.getElementById(id)!.textContent!) as T;
begin(read<Data>("data-payload"), read<Messages>("data-messages"));

// What tests and scripts of a reader may ask.
export const view = data.kind === "timeline" ? openTimeline(data) : openMap(data);
export const ready = true;
