// What is seen now as a picture in a file, with title and counts above it.
import type { ECharts } from "echarts/core";
import { colour, data, drawable, t } from "./core";

const HEAD = 64, FINE = 3;

// `bare` takes what only serves the hand out of the chart.
export const savePng = (chart: ECharts, counts: string, bare: () => void = () => undefined): void => {
  bare();
  const drawn = chart.renderToCanvas({ pixelRatio: FINE, backgroundColor: colour("paper") });
  const sheet = document.createElement("canvas"), pen = sheet.getContext("2d")!;
  sheet.width = drawn.width;
  sheet.height = drawn.height + HEAD * FINE;
  pen.fillStyle = colour("paper");
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.scale(FINE, FINE);
  pen.fillStyle = colour("ink");
  const title = [data.title || t(`${data.kind}Title`), data.subtitle].filter(Boolean).join(" · ");
  pen.font = "600 19px system-ui, sans-serif";
  pen.fillText(drawable(title, 120), 14, 28);
  pen.fillStyle = colour("ink-2");
  pen.font = "13px system-ui, sans-serif";
  pen.fillText(drawable(counts, 160), 14, 50);
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.drawImage(drawn, 0, HEAD * FINE);
  sheet.toBlob((blob) => {
    if (!blob) return;
    const address = URL.createObjectURL(blob), link = document.createElement("a");
    link.href = address;
    link.download = `${data.kind}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  });
};
