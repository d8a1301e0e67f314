// A card shows a picture at 12rem at most; more than this no screen of today can tell apart.
const LONGEST_SIDE = 1024;

/** The image of this id, if it is one of the page's own and has something to show. */
function loadedImage(id: string): HTMLImageElement | undefined {
  // By way of the prototype: an image or a form with the name `getElementById` would stand in front of the method.
  const found = Document.prototype.getElementById.call(document, id);
  return found instanceof HTMLImageElement && found.complete && found.naturalWidth > 0 ? found : undefined;
}

/**
 * A drawing of what an image of the page shows, for eyes only; nothing where the page has no such image, or not yet.
 *
 * Drawn, because an `<img>` with the same address would ask for it again wherever the browser has let it go.
 */
export function pagePicture(id: string): HTMLCanvasElement | undefined {
  const image = loadedImage(id);
  if (image === undefined) return undefined;
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(naturalWidth, naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(naturalWidth * scale);
  canvas.height = Math.ceil(naturalHeight * scale);
  canvas.setAttribute('part', 'image');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}
