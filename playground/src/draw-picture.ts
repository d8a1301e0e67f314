import type { Picture } from './data/picture.js';

/** The colours of a drawing: what it stands on, and what its filled parts are. */
export interface Colours {
  readonly tile: string;
  readonly accent: string;
}

/** A drawing and as much room around it, on the 96 units of its grid. */
const [GRID, ROOM, PIXELS] = [96, 32, 192];

/**
 * A drawing as the inline image that a catalogue may carry; `undefined` where the browser lets nobody draw.
 *
 * Pixels, since a catalogue takes no SVG: what can hold a script is no picture. As WebP, or as PNG where that is not written.
 */
export function drawPicture(drawing: Picture, { tile, accent }: Colours): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = PIXELS;
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.fillStyle = tile;
  pen.fillRect(0, 0, PIXELS, PIXELS);
  const scale = PIXELS / (GRID + 2 * ROOM);
  pen.scale(scale, scale);
  pen.translate(ROOM, ROOM);
  Object.assign(pen, {
    fillStyle: accent,
    strokeStyle: '#2f342c',
    lineWidth: 2.5,
    lineCap: 'round',
    lineJoin: 'round',
  });
  for (const { d, fill } of drawing) {
    const path = new Path2D(d);
    if (fill === 'accent') pen.fill(path);
    pen.stroke(path);
  }
  return canvas.toDataURL('image/webp', 0.9);
}
